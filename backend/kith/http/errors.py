"""What can be wrong with a request before it reaches the kernel."""

from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import ErrorKind, KithError


class NotSignedIn(KithError):
    """Please sign in."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAUTHENTICATED
    code: ClassVar[str] = "session.required"


class WrongCredentials(KithError):
    """That e-mail address and password do not go together."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAUTHENTICATED
    code: ClassVar[str] = "session.wrong_credentials"


class WhichWorkspace(KithError):
    """You have a sign-in in several workspaces; say which one: {workspaces}."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "session.which_workspace"


class TooManyAttempts(KithError):
    """Too many attempts to sign in. Try again in {seconds} seconds."""

    kind: ClassVar[ErrorKind] = ErrorKind.TOO_MANY
    code: ClassVar[str] = "session.too_many_attempts"


class TooManyRequests(KithError):
    """Too many requests. Try again in {seconds} seconds."""

    kind: ClassVar[ErrorKind] = ErrorKind.TOO_MANY
    code: ClassVar[str] = "http.too_many_requests"


class CsrfMissing(KithError):
    """The header X-CSRF-Token is missing or wrong. Reload the page and try again."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "session.csrf"


class ScopeMissing(KithError):
    """This token may not do that; it lacks the scope "{scope}"."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "token.scope"


class AdminOnly(KithError):
    """Only an administrator may do that."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "access.admin_only"


class SessionOnly(KithError):
    """This needs a person who has signed in; a token cannot do it."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "session.person_only"


class InvitationInvalid(KithError):
    """This invitation has been used or has run out. Ask for a new one."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "session.invitation_invalid"


class PasswordWeak(KithError):
    """Choose a password of {least} to {most} characters that is not easy to guess."""

    code: ClassVar[str] = "session.password_weak"


class NothingHere(KithError):
    """There is nothing at this address."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "http.not_found"


class MethodNotTaken(KithError):
    """This address does not take this method."""

    code: ClassVar[str] = "http.method_not_allowed"


class BadRequest(KithError):
    """The request cannot be understood."""

    code: ClassVar[str] = "http.bad_request"


class BodyNotJson(KithError):
    """The body is not valid JSON: {reason}"""

    code: ClassVar[str] = "http.not_json"


class BodyType(KithError):
    """Send {expected}; the header Content-Type says "{found}"."""

    code: ClassVar[str] = "http.media_type"


class BodyTooDeep(KithError):
    """The JSON in the body is nested too deeply."""

    code: ClassVar[str] = "http.too_deep"


class BodyHasNul(KithError):
    """A text in the request holds a NUL character, which cannot be stored."""

    code: ClassVar[str] = "http.nul"


class BodyTooLarge(KithError):
    """That is more than this address takes at once."""

    kind: ClassVar[ErrorKind] = ErrorKind.TOO_LARGE
    code: ClassVar[str] = "http.too_large"


class BodyShape(KithError):
    """At {place}: expected {expected}."""

    code: ClassVar[str] = "http.shape"

    @override
    def details(self) -> dict[str, object]:
        """Tell machines the place too."""
        return {"place": self.params["place"]}


class ParameterWrong(KithError):
    """The parameter "{name}" must be {expected}."""

    code: ClassVar[str] = "http.parameter"


class HeaderWrong(KithError):
    """The header "{name}" must be {expected}."""

    code: ClassVar[str] = "http.header"


class FileTooLarge(KithError):
    """The file is larger than {megabytes} MB."""

    kind: ClassVar[ErrorKind] = ErrorKind.TOO_LARGE
    code: ClassVar[str] = "files.too_large"


class FileMissing(KithError):
    """No file came with the request; send it as multipart/form-data."""

    code: ClassVar[str] = "files.missing"


class SetupClosed(KithError):
    """This address does not set Kith up any more. Start `kith serve` again for a new one, or sign in."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "setup.closed"


class SamplesPresent(KithError):
    """The example data is here already."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "samples.present"


class SamplesAbsent(KithError):
    """There is no example data to take out."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "samples.absent"
