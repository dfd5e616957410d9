"""Every standard object, tried from every side."""
