"""Turkish."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

TURKISH = LanguageWords(
    language="tr",
    stops=words(
        """
        yerine ardından bunlar kalabalık çift ve veya ya da de ama fakat ancak çünkü eğer ki ile
        için gibi göre kadar sonra önce beri karşı doğru rağmen dolayı bu şu o bunu şunu onu bunun
        onun buna ona şunlar onlar ben sen biz siz kim ne nerede neden niçin nasıl hangi kaç her
        bazı bütün tüm hiç çok az daha en pek sadece yalnızca bile bir iki üç dört beş altı yedi
        sekiz dokuz on yüz bin milyon milyar ilk son yeni eski büyük küçük genç bugün dün yarın
        şimdi henüz artık hâlâ yine ayrıca böylece öte yandan pazartesi salı çarşamba perşembe cuma
        cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
        ise var yok değil oldu olan olarak oldukça diğer aynı kendi toplantıda toplantıya törende
        törene görüşmede açıklamada konuşmasında haberde kitap maçta eşi oğlu kızı iyi
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss oğulları kızları sayın bay bayan dr doç prof doktor profesör hoca
        imam şeyh papa kardinal başpiskopos kral kraliçe prens prenses padişah sultan emir
        cumhurbaşkanı cumhurbaşkan başbakan bakan bakanı başkan başkanı başkanvekili vekili
        yardımcısı milletvekili vekil senatör vali valisi kaymakam kaymakamı belediye muhtar muhtarı
        büyükelçi büyükelçisi sözcü sözcüsü sekreter sekreteri lider lideri şef şefi müdür müdürü
        direktör direktörü yönetmen yönetmeni kurucu kurucusu patron patronu iş insanı işadamı ceo
        komiser komiseri aday adayı general orgeneral albay binbaşı yüzbaşı amiral komutan komutanı
        hakim hâkim savcı savcısı başsavcı başsavcısı avukat avukatı noter tanık sanık zanlı polis
        yazar yazarı romancı şair şairi gazeteci muhabir editör eleştirmen filozof tarihçi sosyolog
        ekonomist iktisatçı araştırmacı bilim fizikçi kimyager biyolog cerrah psikolog uzman uzmanı
        oyuncu oyuncusu aktör aktris sanatçı sanatçısı şarkıcı şarkıcısı türkücü müzisyen besteci
        bestecisi orkestra piyanist ressam heykeltıraş fotoğrafçı mimar mimarı sunucu sunucusu
        teknik antrenör antrenörü başantrenör hocası kaptan kaptanı kaleci kalecisi forvet golcü
        defans futbolcu futbolcusu sporcu güreşçi haltercı yüzücü voleybolcu basketbolcu tenisçi
        şampiyon şampiyonu hakem çiftçi aktivist sendikacı öğrenci öğrencisi işçi işçilerden oğlu
        kızı babası annesi kardeşi eşi arkadaşı komşusu meslektaşı halefi selefi rektör rektörü
        dekan dekanı genel kanselyer şansölye usta
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss sayın bay bayan dr doç prof papa kral kraliçe prens prenses eşi
        oğlu kızı başkan
        """
    ),
    addressed_behind=words(
        """
        bey hanım efendi hoca beyefendi hanımefendi paşa usta abi abla
        """
    ),
    office_endings=("bakanı", "başkanı", "yardımcısı", "milletvekili", "başkanvekili"),
    speech=words(
        """
        dedi diyor söyledi belirtti açıkladı bildirdi vurguladı ekledi anlattı konuştu duyurdu
        kaydetti ifade yazdı sordu yanıtladı eleştirdi uyardı övdü kutladı istedi savundu iddia
        hatırlattı görüştü ziyaret katıldı attı kazandı yendi öldü doğdu seçildi andı döndü gitti
        geldi tanıttı
        """
    ),
    things=words(
        """
        nobel banka bankası borsa borsası şirket şirketi holding holdingi grup grubu fabrika
        fabrikası meclis meclisi tbmm hükümet hükümeti konsey konseyi mahkeme mahkemesi yargıtay
        danıştay bakanlık bakanlığı devleti cumhuriyet cumhuriyeti birlik birliği parti partisi
        hareket hareketi cephe ittifak ittifakı federasyon federasyonu sendika sendikası dernek
        derneği komite komitesi komisyon komisyonu ajans ajansı kurum kurumu kurul kurulu merkez
        merkezi saray sarayı park parkı dağ dağı kule kulesi köprü köprüsü kapı kapısı gar garı
        liman limanı adası denizi okyanus körfez körfezi vadi vadisi kupa kupası lig ligi turnuva
        festival festivali orkestra orkestrası opera tiyatro tiyatrosu müze müzesi galeri galerisi
        cami camii kilise kilisesi gazete gazetesi dergi dergisi televizyon televizyonu radyo
        radyosu yayınevi yayınları kitap emniyet jandarma ordu ordusu kuvvetleri belediyesi valiliği
        büyükşehir müdürlüğü başkanlığı üniversite üniversitesi enstitü enstitüsü hastane hastanesi
        vakıf vakfı okul okulu lise lisesi ödül ödülü stadyum stadyumu stadı havalimanı havaalanı
        istasyon istasyonu durağı tünel tüneli baraj barajı cadde caddesi bulvar bulvarı sokak
        sokağı meydan meydanı mahalle mahallesi mezarlık mezarlığı kuzey güney doğu batı avrupa
        amerika asya afrika oyunları plan planı kanun kanunu yasa yasası spor kulübü fc sk
        galatasaray fenerbahçe beşiktaş trabzonspor sitesi kurultayı
        """
    ),
    named=words("saint fırtınası kasırgası"),
    nouns=words(
        """
        türk türkler türkiye alman almanya amerikan abd ingiliz ingiltere fransız fransa rus rusya
        ukrayna avrupa italyan italya ispanyol ispanya yunan yunanistan suriye irak iran israil
        filistin gazze çin japonya azerbaycan ankara istanbul izmir bursa antalya adana konya
        gaziantep edirne hatay diyarbakır trabzon rize artvin karadeniz ege akdeniz marmara londra
        paris berlin moskova brüksel washington chp akp mhp dem ak millî milli vatandaşlar anayasa
        maliye dışişleri içişleri sağlık adalet kültür savunma ekonomi teknik sarı meteoroloji
        karayolları itfaiye
        """
    ),
    late_particles=words("la"),
    conjunctions=words("ve ile"),
    particles=words("de da di van von der den la el al bin"),
    clitic_marks="’'",
)  # fmt: skip
