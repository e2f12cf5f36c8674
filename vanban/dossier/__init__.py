"""The commendation dossier: one list in; the proposal, the minutes and every report of merits out."""

from vanban.dossier.making import Made, make_dossier

__all__ = ["Made", "make_dossier"]
