"""Words of names: what stands for a legal form, what is added, who is called what."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["FORMS", "NICKNAMES", "PARTICLES", "TITLES", "WEAK"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Legal forms of companies, folded; they say how a company is organized, and change.
FORMS: Final = _set(
    """
    ab ag aps as asa bhd bv bvba co company corp corporation cv doo ead eg eood ev
    gbr gesellschaft gmbh haftungsbeschrankt inc incorporated kabushiki kaisha kft
    kg kgaa kk lc limited llc llp lp ltd ltda mbh nv oao ohg ooo oy oyj pao partg
    partgmbb pc plc pllc pte pty pvt sa sab saoc sarl sas sasu sca sdn se sl slu snc
    spa spzoo srl sro ug zao zoo zrt
    """
)
#: What a family of companies adds to one name: it tells members apart, not families.
WEAK: Final = _set(
    """
    america americas and asia australia austria canada china company de der
    deutschland e emea enterprises et europe european for france germany global
    group gruppe gulf holding holdings iberia india industries international ireland
    italia japan management middle netherlands nordic north of operations pacific
    partners poland region schweiz services singapore solutions south suisse
    switzerland technologies the trading uk und us usa ventures worldwide y
    """
)
#: What stands before a name, or behind it, and calls nobody.
TITLES: Final = _set(
    """
    dipl dr esq frau herr hon ii iii ing iv jr judge junior mag med miss mr mrs ms
    mx phd prof rev senior sir sr
    """
)
#: What stands inside a family name and is often left out.
PARTICLES: Final = _set(
    """
    af al bin bint da das de degli del della den der des di do dos du el ibn la las
    le los ten ter van vom von zu zum zur
    """
)
#: Given names and the short ones that people go by: each line is one name.
_GROUPS: Final = """
abigail abby gail
albert al bert
alexander alex sandy sasha xander alec
alexandra alex sandra sasha lexi
alfred al fred alf
amanda mandy
andrew andy drew
anne ann anna annie nancy
anthony tony
arthur art
barbara barb babs
benjamin ben benny
bernard bernie
catherine katherine kathryn cathy kathy kate katie kit kay katharina
charles charlie chuck chas
christine christina chris tina
christopher chris kit topher
daniel dan danny
david dave davy
deborah debra deb debbie
dennis denny
donald don donnie
dorothy dot dottie dolly
edward ed eddie ned ted teddy
eleanor ellie nell nora
elizabeth liz lizzie beth betty betsy eliza lisa elsie
emily em emmy
eugene gene
frances fran frankie fanny
francis frank frankie
franklin frank
frederick fred freddy fritz
gabriel gabe
george georgie
gerald gerry jerry
gregory greg
harold harry hal
helen nell ellen
henry harry hank hal
ignacio nacho
jacob jake
james jim jimmy jamie
jeffrey jeff geoff geoffrey
jennifer jen jenny
jessica jess jessie
joan joanie
johann hans
johannes hans
john jack johnny jon
jonathan jon jonny
joseph joe joey jo
jose pepe
josephine jo josie
judith judy
kenneth ken kenny
lawrence larry laurence
leonard len lenny leo
louis lou louie lewis
margaret maggie meg peggy greta margarete
martha patsy
martin marty
mary molly polly mae
matthew matt
maximilian max
michael mike mick mikey
michelle shelly
mikhail misha
nathaniel nathan nate nat
nicholas nick nicky nico klaus
norman norm
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete
philip phil
raymond ray
rebecca becky becca
richard rick dick rich richie
robert rob bob bobby bert robbie
roger rodge
ronald ron ronnie
samantha sam
samuel sam sammy
sarah sally sadie
sebastian seb bastian
stephen steven steve
susan sue susie suzanne
theodore ted theo teddy
theresa teresa terry tess
thomas tom tommy
timothy tim
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wilhelm willi
william will bill billy liam
yevgeny zhenya
zachary zach zack
"""


def _by_name() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS.split("\n")):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


#: Of which groups of given names a word is one.
NICKNAMES: Final = MappingProxyType(_by_name())
