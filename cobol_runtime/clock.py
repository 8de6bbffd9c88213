"""The run unit's clock: ACCEPT FROM DATE/DAY/TIME and FUNCTION CURRENT-DATE, with COB_CURRENT_DATE."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime


class Clock:
    """Date and time of day as the program sees them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def now(self) -> datetime:
        """The current local date and time, or the one fixed by COB_CURRENT_DATE."""
        return datetime.now().astimezone()

    def date(self) -> str:
        """ACCEPT FROM DATE: YYMMDD."""
        return self.now().strftime("%y%m%d")

    def date_yyyymmdd(self) -> str:
        """ACCEPT FROM DATE YYYYMMDD."""
        return self.now().strftime("%Y%m%d")

    def day(self) -> str:
        """ACCEPT FROM DAY: YYDDD."""
        return self.now().strftime("%y%j")

    def day_yyyyddd(self) -> str:
        """ACCEPT FROM DAY YYYYDDD."""
        return self.now().strftime("%Y%j")

    def day_of_week(self) -> str:
        """ACCEPT FROM DAY-OF-WEEK: 1 is Monday, 7 is Sunday."""
        return str(self.now().isoweekday())

    def time(self) -> str:
        """ACCEPT FROM TIME: HHMMSShh."""
        now = self.now()
        return f"{now:%H%M%S}{now.microsecond // 10000:02d}"
