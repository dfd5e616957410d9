"""The edge that browsers and programs talk to: routes as data, sessions, problem documents, live channel."""

from kith.http.answer import Answer
from kith.http.body import Upload
from kith.http.call import Call
from kith.http.route import Route

__all__ = ["Answer", "Call", "Route", "Upload"]
