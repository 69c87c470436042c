"""What pages may do and keep: a profile of Qt WebEngine that writes nothing to the disk.

Pages get what an article needs to be read, and nothing of the machine: no files, no camera, no
notifications, no other windows. The user agent is Qt's own, which says what this is.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineSettings

_Attribute = QWebEngineSettings.WebAttribute
_ON = (_Attribute.PlaybackRequiresUserGesture, _Attribute.WebRTCPublicInterfacesOnly)
_OFF = (
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.NavigateOnDropEnabled,
    # A PDF is then a download, which the user can clip.
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.ScreenCaptureEnabled,
)


def web_profile() -> QWebEngineProfile:
    """A profile without a name: cookies and storage are in memory, and go with it."""
    profile = QWebEngineProfile()
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setNotificationPresenter(lambda notification: notification.close())
    profile.setHttpAcceptLanguage(",".join(QLocale.system().uiLanguages()[:5]))
    settings = profile.settings()
    for attribute in _ON:
        settings.setAttribute(attribute, True)
    for attribute in _OFF:
        settings.setAttribute(attribute, False)
    return profile
