"""What can go wrong with a file; every message says what to do."""

from kith.lib.errors import ErrorKind, KithError


class FileUnreadable(KithError):
    """This file is neither text nor a workbook. Save it again as CSV (UTF-8) or XLSX and try once more."""

    code = "exchange.file_unreadable"


class OldWorkbook(FileUnreadable):
    """This is a workbook of the old XLS kind. Save it as XLSX or CSV (UTF-8) and try once more."""

    code = "exchange.old_workbook"


class WorkbookDamaged(FileUnreadable):
    """This workbook is damaged, protected by a password, or none at all. Save it again as XLSX and try once more."""

    code = "exchange.workbook_damaged"


class NoPlaceForFiles(KithError):
    """Files cannot be kept here."""

    kind = ErrorKind.UNAVAILABLE
    code = "exchange.no_place_for_files"


class FileEmpty(KithError):
    """This file has no rows. The first row must hold the column names."""

    code = "exchange.file_empty"


class FileTooLarge(KithError):
    """This file is too large: at most {limit}. Split it and import the parts one after the other."""

    kind = ErrorKind.TOO_LARGE
    code = "exchange.file_too_large"


class FileSuspicious(KithError):
    """This workbook unpacks to far more than a workbook should, so it was not opened."""

    code = "exchange.file_suspicious"


class MappingInvalid(KithError):
    """The mapping is not right at {place}: {reason}"""

    code = "exchange.mapping_invalid"


class ImportNotFound(KithError):
    """There is no such import, or it is not yours."""

    kind = ErrorKind.NOT_FOUND
    code = "exchange.import_not_found"


class ExportNotFound(KithError):
    """There is no such export any more. Export once more."""

    kind = ErrorKind.NOT_FOUND
    code = "exchange.export_not_found"


class ImportBusy(KithError):
    """This import is at work just now. Wait until it has ended, or stop it."""

    kind = ErrorKind.CONFLICT
    code = "exchange.import_busy"


class ImportOver(KithError):
    """This import has written records already. Take it back first, or bring the file in once more."""

    kind = ErrorKind.CONFLICT
    code = "exchange.import_over"


class NothingWritten(KithError):
    """This import has written nothing that could be taken back."""

    kind = ErrorKind.CONFLICT
    code = "exchange.nothing_written"


class RowProblem(KithError):
    """This row could not be imported."""

    code = "exchange.row"


class QuoteOpen(RowProblem):
    """A quotation mark is opened here and never closed."""

    code = "exchange.quote_open"


class TooManyCells(RowProblem):
    """This row has {cells} cells, but there are only {columns} columns."""

    code = "exchange.too_many_cells"


class CellNotDate(RowProblem):
    """“{value}” is not a date written as {format}."""

    code = "exchange.not_date"


class CellNotNumber(RowProblem):
    """“{value}” is not a number."""

    code = "exchange.not_number"


class CellNotBoolean(RowProblem):
    """“{value}” is neither yes nor no."""

    code = "exchange.not_boolean"


class LinkMissing(RowProblem):
    """There is no {label} called “{value}”."""

    code = "exchange.link_missing"


class LinkAmbiguous(RowProblem):
    """There are several records of {label} called “{value}”."""

    code = "exchange.link_ambiguous"


class KeyEmpty(RowProblem):
    """The key ({fields}) is empty."""

    code = "exchange.key_empty"


class KeyAmbiguous(RowProblem):
    """Several records already have this key ({fields})."""

    code = "exchange.key_ambiguous"


class DuplicateInFile(RowProblem):
    """Row {row} of this file has the same key."""

    code = "exchange.duplicate_in_file"


class AlreadyThere(RowProblem):
    """A record with this key is already there."""

    code = "exchange.already_there"


class NotThere(RowProblem):
    """There is no record with this key to update."""

    code = "exchange.not_there"


class ObjectNotMade(KithError):
    """There is no object {object} yet; the import makes it. A dry run changes nothing, so leave --dry-run out."""

    kind = ErrorKind.CONFLICT
    code = "exchange.object_not_made"
