"""`python -m web`: the public process."""

from bootstrap import serve_web

serve_web()
