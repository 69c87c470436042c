"""Closed lists of words that make up a role: “former Russian Foreign Minister”; words only."""

from __future__ import annotations

from desktop_app.analysis.name_words import words

#: Words with which a role behind the name may begin.
ROLE_OPENERS = words(
    """
    a an the its his her their our one now then currently both
    """
)
#: Relations: they tell something only together with the other person.
RELATIONS = words(
    """
    husband wife widow widower spouse partner fiancé fiancée boyfriend girlfriend son daughter
    father mother parents brother sister twin uncle aunt cousin nephew niece grandson
    granddaughter grandfather grandmother stepfather stepmother friend colleague neighbour
    neighbor man woman boy girl
    """
)
#: Words that say which or what kind of, and aren’t an office by themselves.
MODIFIERS = words(
    """
    former late senior junior acting interim deputy vice assistant executive managing general
    prime foreign finance defence defense interior trade health education culture energy
    environment labour labor agriculture transport home justice
    """
)
#: Words that say which office or whose, and are part of a role.
QUALIFIERS = words(
    """
    former then current new late outgoing incoming longtime long-time veteran top senior junior
    chief deputy vice acting interim state government opposition ruling company party military
    police army navy air force national federal local royal public foreign ex far-right far-left
    right-wing left-wing self-styled de facto political human rights supreme world climate
    award-winning team club fellow lead leading retired honorary press general data research sales
    marketing operating technology information financial investment policy campaign security
    """
)
#: Words that hold a role together: “Minister of State for Trade”.
ROLE_LINKS = words(
    """
    of for and to & de du des der von für la del do da
    """
)
#: Forms of address that tell no office.
COURTESY = words(
    """
    mr mrs ms miss mx messrs mister madam madame mme mlle monsieur sir dame lord lady m don doña
    herr frau hr fr frl fräulein señor señora señorita sr sra srta signor signora sig senhor
    senhora meneer mevrouw dhr mevr sri shri smt st ste saint г-н г-жа господин госпожа hon
    """
)
