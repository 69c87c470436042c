"""Every warning that cleaning gives: its stable code, and a sentence with what to do."""

from __future__ import annotations

from desktop_app.core.article import CleaningWarning

NO_TEXT = CleaningWarning(
    "no-text",
    "No article text was found on this page. "
    "Open it in the browser, select the article, copy it and paste it here.",
)
NO_PASTED_TEXT = CleaningWarning(
    "no-text", "No article text was found in what was pasted. Copy the article again, as a whole."
)
NEEDS_SCRIPT = CleaningWarning(
    "needs-javascript",
    "This page builds its text with a script, so what was fetched is nearly empty. "
    "Open it in the browser, copy the article and paste it here.",
)
TOO_LONG = CleaningWarning(
    "truncated",
    "This page is so large that only its beginning was read. "
    "If the end is missing, copy the article from the browser and paste it here.",
)
TRUNCATED = CleaningWarning(
    "truncated",
    "The text breaks off before its end. "
    "Open the full article in the browser, copy it and paste it here.",
)
PAYWALL = CleaningWarning(
    "paywall",
    "The outlet shows the whole article to subscribers only, so this may be just its beginning. "
    "If you have access, open it in your browser, copy it and paste it here.",
)
CONSENT = CleaningWarning(
    "consent-page",
    "This is the outlet's question about cookies, not the article. "
    "Answer it in your browser, copy the article and paste it here.",
)
LOGIN = CleaningWarning(
    "login-page",
    "This page asks to log in and doesn't show the article. "
    "Log in with your browser, copy the article and paste it here.",
)
ERROR = CleaningWarning(
    "error-page",
    "This page says that the article can't be shown. "
    "Check the address, or look for the article in a web archive.",
)
NO_ARTICLE = CleaningWarning(
    "not-an-article",
    "This looks like a list of articles or of search results, not like one article. "
    "Open the article that you want and clip that page.",
)
TWO_ARTICLES = CleaningWarning(
    "two-articles",
    "There seems to be more than one article here. "
    "Keep the one that you want, or clip each of them by itself.",
)
LOW_AGREEMENT = CleaningWarning(
    "low-agreement",
    "It is not certain which part of this page is the article. "
    "Compare the text with the page, and put back what is missing.",
)

#: The codes of those that a browser, logged in and running scripts, may get round.
WALLS = frozenset(each.code for each in (NO_TEXT, NEEDS_SCRIPT, TRUNCATED, PAYWALL, CONSENT, LOGIN))
