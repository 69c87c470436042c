"""Portuguese."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

PORTUGUESE = LanguageWords(
    language="pt",
    stops=words(
        """
        o a os as um uma uns umas e ou mas porém porque pois se quando onde como que quem qual quais
        cujo cuja seu sua seus suas este esta estes estas esse essa esses essas isto isso aquele
        aquela meu minha nosso nossa ele ela eles elas eu nós você vocês lhe lhes me em no na nos
        nas num numa com sem sobre após segundo desde até ao à aos às do da dos das de por pelo pela
        pelos pelas para perante contra entre durante conforme segunda terça quarta quinta sexta
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro
        fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro hoje ontem
        amanhã também além então depois antes embora enquanto assim agora já ainda sempre nunca não
        nem mais menos muito muita muitos muitas pouco todo toda todos todas outro outra outros
        outras ambos ambas cada qualquer algum alguma alguns algumas nenhum nenhuma dois duas três
        quatro cinco seis sete oito nove dez primeiro primeira último última novo nova grande é são
        era eram foi foram será está estão tem têm tinha há havia morreu nasceu tal apesar graças
        junto fomos fora dentro lá aqui só apenas talvez vencedor vencedora
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss senhor senhora sr sra dom d dona dr dra doutor doutora professor
        professora padre frei irmã monsenhor papa bispo arcebispo cardeal imã xeque rei rainha
        príncipe princesa duque conde emir presidente presidenta ex-presidente vice-presidente
        ministro ministra ex-ministro primeiro-ministro primeira-ministra chanceler governador
        governadora senador senadora deputado deputada ex-deputado eurodeputado eurodeputada
        prefeito prefeita vereador vereadora autarca embaixador embaixadora porta-voz secretário
        secretária chefe líder dirigente diretor diretora director directora fundador fundadora
        empresário empresária banqueiro comissário comissária delegado delegada candidato candidata
        relator relatora procurador procuradora general coronel capitão capitã comandante tenente
        sargento almirante juiz juíza desembargador magistrado promotor promotora advogado advogada
        testemunha réu inspetor inspetora inspector polícia escritor escritora romancista poeta
        poetisa autor autora jornalista editor editora ensaísta filósofo filósofa historiador
        historiadora sociólogo socióloga economista cientista investigador investigadora pesquisador
        pesquisadora biólogo bióloga físico química médico médica cirurgião enfermeira psicólogo
        psicóloga ator atriz actor actriz realizador realizadora cineasta roteirista cantor cantora
        fadista músico compositor compositora pianista maestro bailarino bailarina pintor pintora
        escultor escultora artista fotógrafo fotógrafa arquiteto arquiteta arquitecto humorista
        apresentador apresentadora treinador treinadora técnico selecionador guarda-redes goleiro
        avançado atacante defesa zagueiro médio meia futebolista jogador jogadora tenista ciclista
        piloto nadador nadadora atleta campeão campeã skatista surfista árbitro agricultor ativista
        sindicalista estudante filho filha irmão pai mãe marido esposa mulher viúva viúvo namorado
        namorada amigo amiga colega vizinho vizinha sucessor reitor reitora bastonário angolano
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss senhor senhora sr sra dom d dona dr dra doutor doutora papa rei
        rainha príncipe princesa frei padre irmã irmão marido esposa mulher filho filha
        """
    ),
    speech=words(
        """
        disse diz afirmou afirma declarou garantiu garante explicou explica contou conta acrescentou
        admitiu criticou critica acusou anunciou anuncia alertou defendeu defende lembrou insistiu
        destacou reconheceu respondeu sustentou lamentou pediu exige exigiu prometeu comentou
        sublinhou negou rejeitou recebeu marcou venceu ganhou visitou escreveu nasceu morreu leu
        apresentou inaugurou conquistou
        """
    ),
    things=words(
        """
        nobel banco bolsa sociedade grupo companhia congresso senado parlamento assembleia governo
        câmara conselho corte tribunal supremo juízo procuradoria ministério estado república união
        partido movimento frente aliança liga federação confederação sindicato associação comité
        comitê comissão agência autoridade centro palácio parque monte torre ponte porta estação
        ilha ilhas mar oceano baía cabo vale costa serra praia rio são santa santo sporting benfica
        porto flamengo corinthians palmeiras clube copa taça mundial volta aberto festival festa
        orquestra ópera teatro museu galeria catedral igreja basílica mesquita diário jornal público
        folha correio rádio televisão rede editora polícia guarda exército forças marinha defesa
        justiça interior fazenda economia educação saúde cultura instituto escola fc sc sul norte
        leste oeste oriente médio europa américa ásia áfrica jogos plano lei nacional federal
        internacional cruz vermelha proteção civil geral central conferência judiciária belém
        """
    ),
    named=words(
        """
        palácio castelo rua avenida praça largo travessa estrada rodovia colégio escola universidade
        hospital clínica fundação instituto prémio prêmio estádio aeroporto estação ponte torre casa
        museu teatro sala auditório centro complexo ginásio biblioteca furacão tempestade ciclone
        tufão fragata navio bairro parque são santa santo caso operação cinema
        """
    ),
    nouns=words(
        """
        português portuguesa portugueses brasileiro brasileira brasileiros alemão alemã americano
        americana britânico inglês inglesa russo russa ucraniano ucraniana europeu europeia francês
        francesa espanhol espanhola italiano italiana argentino argentina angolano angolana
        moçambicano japonês chinês chinesa israelita palestiniano palestino paulista carioca
        portugal brasil lisboa porto coimbra braga brasília paulo janeiro bahia minas paraná
        amazônia amazónia alemanha frança espanha itália inglaterra rússia ucrânia japão israel gaza
        angola moçambique londres roma paris bruxelas berlim moscou moscovo washington natal páscoa
        planalto petrobras bombeiros economistas moradores
        """
    ),
    late_particles=words("la"),
    conjunctions=words("e"),
    particles=words("de do da dos das di del la van von der den al bin"),
    articles=words("no na nos nas pelo pela ao à"),
)  # fmt: skip
