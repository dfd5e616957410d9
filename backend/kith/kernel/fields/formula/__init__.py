"""The formula language: a small, safe expression that becomes SQL, and never runs as code.

Arithmetic + - * / %, text &, comparison = != < <= > >=, and / or / not, brackets, paths such as account.name, and the
functions of `functions.FUNCTIONS`. Percent fields count as written (35 for 35 %), money in the base currency.
"""

from kith.kernel.fields.formula.errors import FormulaProblem
from kith.kernel.fields.formula.use import Settled, expression, settle, virtual_row

__all__ = ["FormulaProblem", "Settled", "expression", "settle", "virtual_row"]
