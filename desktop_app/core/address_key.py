"""When two web addresses are one page: what is left of an address once its dressing is taken off.

Only the address is looked at; nobody is asked. The dressing: scheme, ``www.``, mobile, print and
AMP forms, the fragment, session ids, what counts clicks, ``index.html`` and the last slash. What
an outlet tells its articles apart by (``?id=``, ``?p=``, ``?article=``) stays, as does all that
isn't known to be dressing: two articles taken for one are worse than one article kept twice.
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
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?]*", re.IGNORECASE)
#: Parts of a path that stand for AMP or for paper, where an article's own name stands beside them.
_DRESSED_ENDS = frozenset(("amp", "print", "amp.html", "print.html"))
_DRESSED_STARTS = frozenset(("amp", "print"))
_DRESSED_SUFFIX = re.compile(r"(?:\.amp|\.print|-print|_print|\.m)(?=\.s?html?$)|\.amp$", re.I)
_COUNTING = frozenset(
    (
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid"),
        *("twclid", "ttclid", "igshid", "igsh", "li_fat_id", "rdt_cid", "epik", "_openstat"),
        *("mc_cid", "mc_eid", "mkt_tok", "vero_id", "_hsenc", "_hsmi", "__hssc", "__hstc"),
        *("__hsfp", "hsctatracking", "oly_enc_id", "oly_anon_id", "_ga", "_gl", "ncid", "cmpid"),
        *("icid", "ito", "ocid", "xtor", "wt_mc", "wt_zmc", "wtmc", "smid", "smtyp", "partner"),
        *("cmp", "campaign_id", "emc", "guccounter", "guce_referrer", "guce_referrer_sig"),
        *("spm", "share_id", "share_from", "shareuid", "sharetype", "share", "sharetoken"),
        *("st_source", "__twitter_impression", "fb_action_ids", "fb_action_types", "fb_source"),
        *("fb_ref", "action_object_map", "ref_src", "ref_url", "referrer", "referer", "cndid"),
        *("sr_share", "soc_src", "soc_trk", "at_medium", "at_campaign", "at_link_id"),
        *("at_link_type", "at_link_origin", "at_format", "at_ptr_name", "at_bbc_team"),
        *("taid", "tpcc", "srnd", "sref", "traffic_source", "dicbo", "obref", "outputtype"),
        *("__cf_chl_tk", "__cf_chl_rt_tk", "_x_tr_sl", "_x_tr_tl", "_x_tr_hl", "_x_tr_pto"),
    )
)
_COUNTING_START = re.compile(
    r"(?:utm|pk|mtm|matomo|piwik|hsa|ns|itm|stm|cx|trk|wt|at_custom)_|utm", re.IGNORECASE
)
_SESSION = frozenset(("phpsessid", "jsessionid", "aspsessionid", "sessionid", "session_id", "cfid"))
_SHORT_SESSION, _SESSION_VALUE = frozenset(("sid", "s", "session")), re.compile(r"[0-9a-f]{24,64}")
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
    query = _query(parts.query)
    route = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
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
    while len(labels) > 2 and (labels[0] in _DRESSED_HOSTS or _NUMBERED_WWW.fullmatch(labels[0])):
        del labels[0]
    if len(labels) > 3 and labels[1] in ("m", "mobile", "amp"):
        del labels[1]  # en.m.wikipedia.org
    port = parts.port
    return ".".join(labels) + (f":{port}" if port not in (None, 80, 443) else "")


def _path(path: str) -> str:
    plain = quote(unquote(path), safe="/:@!$&'()*+,;=~-._")
    plain = _PATH_SESSION.sub("", re.sub(r"/{2,}", "/", plain))
    plain = _DRESSED_SUFFIX.sub("", _INDEX.sub("/", plain))
    pieces = [piece for piece in plain.split("/") if piece and piece != "."]
    if len(pieces) > 1 and pieces[-1].lower() in _DRESSED_ENDS:
        del pieces[-1]
    if len(pieces) > 1 and pieces[0].lower() in _DRESSED_STARTS:
        del pieces[0]
    return "/" + "/".join(pieces) if pieces else ""


def _query(query: str) -> str:
    kept = []
    for pair in re.split("[&;]", query.replace("&amp;", "&")):
        name, _, value = pair.partition("=")
        name, value = unquote(name.replace("+", " ")), unquote(value.replace("+", " "))
        if name and not _is_dressing(name.lower(), value.lower()):
            kept.append((name, value))
    return "&".join(
        f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in sorted(kept)
    )


def _is_dressing(name: str, value: str) -> bool:
    if name in _COUNTING or name in _SESSION or _COUNTING_START.match(name):
        return True
    if name in _SHORT_SESSION and _SESSION_VALUE.fullmatch(value):
        return True
    return value in _FORMS.get(name, ())
