"""An uploaded picture."""

from kith.kernel.fields.kinds.file import File


class Image(File):
    """A file shown as a picture."""

    kind = "image"
    input = "image"
    align = "center"


KIND = Image()
