"""When two web addresses are one page: what is left of an address once its dressing is taken off.

Only the address is looked at; nobody is asked. The dressing: scheme, ``www.``, mobile, print and
AMP forms, the fragment, session ids, what counts clicks, ``index.html`` and the last slash. What
an outlet tells its articles apart by (``?id=``, ``?p=``, ``?article=``) stays, as does all that
isn't known to be dressing: two articles taken for one are worse than one article kept twice. What
some use for dressing and others for articles (``?share=``, ``/amp``) is taken for dressing only
where the path names an article already.
"""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import blake2b
from urllib.parse import SplitResult, quote, unquote, urlsplit

#: Longer addresses are told apart by their first characters.
_MAX_LENGTH = 8_000
_ARCHIVED = re.compile(r"/web/\d{1,14}(?:[a-z]{2}_)?/(.+)")
_AMP_VIEWER = re.compile(r"/amp/(s/)?(.+)")
_AMP_CACHE = re.compile(r"/(?:[a-z]/)(s/)?(.+)")
#: Not the port behind a bare name of a host.
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_FRONT_PAGE = re.compile(r"[^/?#]+(?:/(?:home|[a-z]{2}(?:-[a-z]{2})?))?", re.IGNORECASE)
#: Names of hosts that show the same pages for another device, on paper, or as AMP.
_DRESSED_HOSTS = frozenset(("www", "m", "mobile", "mobi", "amp", "print", "touch"))
_NUMBERED_WWW = re.compile(r"www\d{1,2}")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml)$", re.IGNORECASE)
_PATH_SESSION = re.compile(
    r";(?:(?:jsessionid|phpsessid)=[^/;?]*|sid=[0-9a-f]{32,64})", re.IGNORECASE
)
#: Parts of a path that stand for AMP or for paper, where an article's own name stands beside them.
_DRESSED_ENDS = frozenset(("amp", "print", "amp.html", "print.html"))
_DRESSED_STARTS = frozenset(("amp", "print"))
_DRESSED_SUFFIX = re.compile(r"(?:\.amp|\.print|\.m)(?=\.s?html?$)|\.amp$", re.I)
#: Behind a number or a single word; “the-fine-print.html” is an article's name.
_PRINT_SUFFIX = re.compile(
    r"(?<=\d)[-_]print(?=\.s?html?$)"
    r"|(?<=/)(?!(?:blue|fine|finger|foot|large|news|small)-)(\w+)-print(?=\.s?html?$)",
    re.IGNORECASE,
)
#: The names of some countries' hosts end in two parts, of which no dressing may be taken off.
_SECOND_LEVEL = frozenset(
    (
        *("ac", "co", "com", "edu", "gen", "go", "gob", "gov", "gv", "id", "ltd", "me", "mil"),
        *("ne", "net", "nhs", "nic", "nom", "or", "org", "plc", "sch"),
    )
)
#: A last part of a path that names an article: words with hyphens, or a long number.
_ARTICLE_NAME = re.compile(r"[^\W_][\w%.]*[-_][\w%.-]*[^\W\d_]|[^\W\d_][\w%.]*[-_]\w|\d{5,}")
_DATED = re.compile(
    r"/(?:19|20)\d\d/(?:\d{1,2}|[a-z]{3})/(?:\d{1,2}/)?(?:[^/]+/){0,2}[^/]*[^\W\d_][^/]*$",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"\.(?:php\d?|aspx?|cgi|pl|jsp|cfm|dll|do)$", re.IGNORECASE)
#: Fragments that lead to an article, as programs in the page read them.
_ROUTE = re.compile(r"[!/]|(?:article|doc|id|item|news|post|story)[=/]", re.IGNORECASE)
_COUNTING = frozenset(
    (
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid"),
        *("twclid", "ttclid", "igshid", "igsh", "li_fat_id", "rdt_cid", "epik", "_openstat"),
        *("mc_cid", "mc_eid", "mkt_tok", "vero_id", "_hsenc", "_hsmi", "__hssc", "__hstc"),
        *("__hsfp", "hsctatracking", "oly_enc_id", "oly_anon_id", "_ga", "_gl", "ncid", "cmpid"),
        *("icid", "ito", "ocid", "xtor", "wt_mc", "wt_zmc", "wtmc", "smid", "smtyp"),
        *("emc", "guccounter", "guce_referrer", "guce_referrer_sig"),
        *("spm", "share_id", "share_from", "shareuid", "sharetype", "sharetoken"),
        *("st_source", "__twitter_impression", "fb_action_ids", "fb_action_types", "fb_source"),
        *("fb_ref", "action_object_map", "ref_src", "ref_url", "referrer", "referer", "cndid"),
        *("sr_share", "soc_src", "soc_trk", "at_medium", "at_campaign", "at_link_id"),
        *("at_link_type", "at_link_origin", "at_format", "at_ptr_name", "at_bbc_team"),
        *("taid", "tpcc", "srnd", "sref", "traffic_source", "dicbo", "obref", "outputtype"),
        *("__cf_chl_tk", "__cf_chl_rt_tk", "_x_tr_sl", "_x_tr_tl", "_x_tr_hl", "_x_tr_pto"),
    )
)
_COUNTING_START = re.compile(
    r"utm|(?:pk|mtm|matomo|piwik|hsa|itm|at_custom)_"
    r"|(?:ns|stm|st|cx|trk|wt)_(?:campaign|content|fee|linkname|m?channel|medium|source|term)",
    re.IGNORECASE,
)
#: Dressing with some outlets, with others what tells their articles apart.
_DOUBTFUL = frozenset(("cmp", "campaign_id", "share", "partner", "m"))
_DOUBTFUL_START = re.compile(r"(?:ns|stm|st|cx|trk|wt)_", re.IGNORECASE)
_SESSION = frozenset(("phpsessid", "jsessionid", "aspsessionid"))
_SHORT_SESSION = frozenset(("sid", "s", "session", "sessionid", "session_id", "cfid"))
_SESSION_VALUE = re.compile(r"[0-9a-f]{32,64}")
#: Other forms of one page, by the parameter and its values; an empty one means any value.
_FORMS: dict[str, frozenset[str]] = {
    "amp": frozenset(("", "1", "true", "amp")),
    "print": frozenset(("", "1", "true", "yes", "y")),
    "printable": frozenset(("", "1", "true", "yes")),
    "printpage": frozenset(("", "1", "true", "yes")),
    "view": frozenset(("print", "printable", "amp", "mobile")),
    "mode": frozenset(("print", "amp")),
    "format": frozenset(("print", "amp")),
    "layout": frozenset(("print", "amp")),
    "m": frozenset(("1",)),
    "mobile": frozenset(("", "1", "true")),
    "output": frozenset(("amp",)),
    "type": frozenset(("amp",)),
    "ref": frozenset(
        ("rss", "twitter", "facebook", "home", "homepage", "newsletter", "share", "fb", "nl")
    ),
    "source": frozenset(("rss", "twitter", "facebook", "newsletter", "share", "email")),
    "from": frozenset(("rss", "twitter", "facebook", "newsletter", "share")),
}


def address_key(url: str) -> str:
    """What two addresses of one page have in common: ``news.example/2023/talks?id=7``.

    Empty for what is no address. No address to be fetched: some pages answer only to their own.
    """
    # Halves of surrogate pairs are kept as question marks by every archive.
    whole = url.encode("utf-8", "replace").decode()
    parts = _split(whole.strip()[:_MAX_LENGTH])
    for _ in range(3):  # a copy in a web archive of what an AMP cache had
        inner = _wrapped(parts)
        if inner is None:
            break
        parts = _split(inner)
    host = _host(parts)
    if not host:
        return ""
    path = _path(parts.path)
    query = _query(parts.query, path)
    if host.endswith(".translate.goog"):
        query = "&".join(filter(None, (query, _translated_into(parts.query))))
    route = f"#{parts.fragment}" if _ROUTE.match(parts.fragment) else ""
    return f"{host}{path}{'?' if query else ''}{query}{route}"


def address_number(url: str) -> int:
    """The key as a number of 63 bits, by which an index is a fraction as large; 0 for no address.

    Two pages that share one by chance are less likely than a disk that reads a wrong bit.
    """
    key = address_key(url)
    if not key:
        return 0
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()) >> 1


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are those of one page, as far as they tell."""
    key = address_key(one)
    return bool(key) and key == address_key(other)


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one outlet's hosts: ``edition.news.example`` is, of the same."""
    site = _site(address_key(one))
    return bool(site) and site == _site(address_key(other))


def _site(key: str) -> str:
    labels = re.split("[/?#]", key, maxsplit=1)[0].split(".")
    ends_in_two = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if ends_in_two else -2 :])


def is_front_page(url: str) -> bool:
    """Whether an address is that of a site itself, in a language perhaps, and of no article."""
    return _FRONT_PAGE.fullmatch(address_key(url)) is not None


def _split(url: str) -> SplitResult:
    text = url if _SCHEME.match(url) else f"https://{url.lstrip('/')}"
    try:
        parts = urlsplit(text)
        _ = parts.hostname, parts.port
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts if parts.scheme.lower() in ("http", "https") else SplitResult("", "", "", "", "")


def _wrapped(parts: SplitResult) -> str | None:
    """The address of the page that a web archive or an AMP cache shows a copy of."""
    host = (parts.hostname or "").lower()
    query = f"?{parts.query}" if parts.query else ""
    if host in ("web.archive.org", "wayback.archive.org"):
        found = _ARCHIVED.match(parts.path)
        return _with_slashes(found[1]) + query if found else None
    if host.startswith("www.google."):
        found = _AMP_VIEWER.match(parts.path)
        return f"https://{found[2]}{query}" if found else None
    if host.endswith(".cdn.ampproject.org"):
        found = _AMP_CACHE.match(parts.path)
        return f"https://{found[2]}{query}" if found else None
    return None


def _with_slashes(address: str) -> str:
    """The address with both slashes behind its scheme, of which some servers take one away."""
    return re.sub(r"^(https?):/+", r"\1://", address, flags=re.IGNORECASE)


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").lower()
    with suppress(UnicodeError):  # no name that a server can have, yet the same in both
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    labels = host.split(".")
    least = 3 if len(labels[-1]) == 2 and labels[-2:-1] and labels[-2] in _SECOND_LEVEL else 2
    while len(labels) > least and (
        labels[0] in _DRESSED_HOSTS or _NUMBERED_WWW.fullmatch(labels[0])
    ):
        del labels[0]
    if len(labels) > least + 1 and labels[1] in ("m", "mobile", "amp"):
        del labels[1]  # en.m.wikipedia.org
    port = parts.port
    return ".".join(labels) + (f":{port}" if port not in (None, 80, 443) else "")


def _path(path: str) -> str:
    plain = quote(unquote(path), safe="/:@!$&'()*+,;=~-._")
    plain = _PATH_SESSION.sub("", re.sub(r"/{2,}", "/", plain))
    plain = _DRESSED_SUFFIX.sub("", _PRINT_SUFFIX.sub(r"\1", _INDEX.sub("/", plain)))
    pieces = [piece for piece in plain.split("/") if piece and piece != "."]
    if len(pieces) > 1 and pieces[-1].lower() in _DRESSED_ENDS:
        is_numbered = len(pieces) > 2 and pieces[-2].isdecimal()
        if is_numbered or _names_article("/" + "/".join(pieces[:-1])):
            del pieces[-1]
    if len(pieces) > 1 and pieces[0].lower() in _DRESSED_STARTS and _names_article(plain):
        del pieces[0]
    return "/" + "/".join(pieces) if pieces else ""


def _names_article(path: str) -> bool:
    """Whether a path ends in an article's own name, rather than a section's or a program's."""
    name = path.rstrip("/").rpartition("/")[2]
    is_name = _ARTICLE_NAME.search(name) is not None or _DATED.search(path.rstrip("/")) is not None
    return is_name and not _SCRIPT.search(name)


def _translated_into(query: str) -> str:
    """The language of a translation by Google, whose text is another one in each."""
    found = re.search(r"(?:^|&)_x_tr_tl=([\w-]{2,12})", query)
    return f"into={found[1].lower()}" if found else ""


def _query(query: str, path: str) -> str:
    is_named = _names_article(path)
    kept = []
    for pair in re.split("[&;]", query.replace("&amp;", "&")):
        name, _, value = pair.partition("=")
        name, value = unquote(name.replace("+", " ")), unquote(value.replace("+", " "))
        if name and not _is_dressing(name.lower(), value.lower(), is_named=is_named):
            kept.append((name, value))
    return "&".join(
        f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in sorted(kept)
    )


def _is_dressing(name: str, value: str, *, is_named: bool) -> bool:
    if name in _COUNTING or name in _SESSION or _COUNTING_START.match(name):
        return True
    if name in _SHORT_SESSION and _SESSION_VALUE.fullmatch(value):
        return True
    is_doubtful = name in _DOUBTFUL or _DOUBTFUL_START.match(name) is not None
    if is_doubtful and not is_named:
        return False
    return value in _FORMS[name] if name in _FORMS else is_doubtful
