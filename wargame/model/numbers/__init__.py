"""The numbers of the rulebook: starting values with unit and meaning, one row class a chapter. Scenarios may set others."""

from wargame.model.numbers.council import CouncilNumbers
from wargame.model.numbers.motive import MotiveNumbers
from wargame.model.numbers.state import StateNumbers
from wargame.model.numbers.threat import ThreatNumbers
from wargame.model.numbers.war import WarNumbers

__all__ = ["CouncilNumbers", "MotiveNumbers", "StateNumbers", "ThreatNumbers", "WarNumbers"]
