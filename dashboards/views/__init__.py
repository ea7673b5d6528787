"""The parts of the page, one a file: values in, Dash components out."""
