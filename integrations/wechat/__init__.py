"""WeChat official account: signatures, encryption, parsing and drawing."""
