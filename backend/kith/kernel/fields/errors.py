"""What can be wrong with a value; each message says what to write instead."""

from kith.kernel.fields.protocol import ValueProblem


class NotText(ValueProblem):
    """Write text here."""

    code = "field.not_text"


class TooLong(ValueProblem):
    """This is too long: at most {max} characters."""

    code = "field.too_long"


class NotNumber(ValueProblem):
    """Write a number, such as {example}."""

    code = "field.not_number"


class NumberTooLarge(ValueProblem):
    """This number is too large: at most {max}."""

    code = "field.number_too_large"


class NotCurrency(ValueProblem):
    """“{currency}” is not a currency code, such as EUR or CNY."""

    code = "field.not_currency"


class NoRate(ValueProblem):
    """There is no exchange rate for {currency} yet. An admin can add one in the settings."""

    code = "field.no_rate"


class NotMoney(ValueProblem):
    """Write an amount, or an amount and a currency."""

    code = "field.not_money"


class NotDate(ValueProblem):
    """Write a date as year-month-day, such as 2026-11-22."""

    code = "field.not_date"


class NotDatetime(ValueProblem):
    """Write a date and time, such as 2026-11-22T10:00."""

    code = "field.not_datetime"


class NotBoolean(ValueProblem):
    """Choose yes or no."""

    code = "field.not_boolean"


class UnknownChoice(ValueProblem):
    """“{value}” is not one of the choices: {choices}."""

    code = "field.unknown_choice"


class RetiredChoice(ValueProblem):
    """“{value}” is no longer offered. Choose one of: {choices}."""

    code = "field.retired_choice"


class NotList(ValueProblem):
    """Give a list of values."""

    code = "field.not_list"


class TooMany(ValueProblem):
    """These are too many: at most {max}."""

    code = "field.too_many"


class NotRecord(ValueProblem):
    """Choose a record."""

    code = "field.not_record"


class NotFile(ValueProblem):
    """Upload a file first, then refer to it."""

    code = "field.not_file"


class FileTypeRefused(ValueProblem):
    """This field takes {accepted}; this file is {found}, whatever its name says."""

    code = "field.file_type"


class FileTooBig(ValueProblem):
    """This field takes files of at most {megabytes} MB."""

    code = "field.file_size"


class NotEmail(ValueProblem):
    """“{value}” is not an e-mail address, such as ada@example.com."""

    code = "field.not_email"


class NotPhone(ValueProblem):
    """“{value}” is not a phone number. Start with + and the country code for a number abroad."""

    code = "field.not_phone"


class NotUrl(ValueProblem):
    """“{value}” is not a web address, such as https://example.com."""

    code = "field.not_url"


class NotAddress(ValueProblem):
    """Give an address with any of: {parts}."""

    code = "field.not_address"


class NotCountry(ValueProblem):
    """“{country}” is not a country code of two letters, such as DE or CN."""

    code = "field.not_country"


class NotPlace(ValueProblem):
    """Give a latitude from -90 to 90 and a longitude from -180 to 180."""

    code = "field.not_place"


class NotNear(ValueProblem):
    """Give a place and a distance in km: lat, lng, km."""

    code = "field.not_near"


class ReadOnly(ValueProblem):
    """Kith fills in this field by itself."""

    code = "field.read_only"


class NotJson(ValueProblem):
    """This is not data that can be kept as JSON."""

    code = "field.not_json"


class JsonTooLarge(ValueProblem):
    """This is too much data: at most {max} KB."""

    code = "field.json_too_large"


class WrongOperand(ValueProblem):
    """“{op}” compares with {expected}."""

    code = "field.wrong_operand"


class UnknownKind(ValueProblem):
    """There is no kind of field called “{kind}”. The kinds are: {kinds}."""

    code = "field.unknown_kind"
