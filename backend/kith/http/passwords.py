"""Which passwords are too easy to guess. Length counts most; the rest catches what everybody tries first."""

from kith.http.errors import PasswordWeak

LEAST = 8
MOST = 200
_DIFFERENT = 4
_COMMON = frozenset(
    {
        "password",
        "passw0rd",
        "password1",
        "12345678",
        "123456789",
        "1234567890",
        "87654321",
        "qwertyui",
        "qwertyuiop",
        "asdfghjk",
        "iloveyou",
        "welcome1",
        "letmein1",
        "admin123",
        "changeme",
        "11111111",
        "88888888",
        "66666666",
        "abcd1234",
        "kithkith",
        "woaini1314",
        "5201314520",
    }
)


def check_strength(password: str, *, email: str = "", name: str = "") -> None:
    """Refuse a password that is short, common, or says who its owner is."""
    plain = password.casefold()
    own = {email.casefold(), email.partition("@")[0].casefold(), name.replace(" ", "").casefold()}
    is_weak = (
        not LEAST <= len(password) <= MOST
        or plain in _COMMON
        or plain in own
        or len(set(plain)) < _DIFFERENT
    )
    if is_weak:
        raise PasswordWeak(least=LEAST, most=MOST)
