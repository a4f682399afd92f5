"""Service: what it adds, and when it is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.findings import Notice

if TYPE_CHECKING:
    from legalcase.counting.engine.recipe import Recipe

__all__ = ["service_notices"]


def service_notices(recipe: Recipe) -> list[Notice]:
    """Say what the method of service that was given does to the period, or not."""
    count, settings = recipe.count, recipe.settings
    table = count.table or settings.table_for(count.sign)
    if table == "notice only":
        text = (
            f"Service by {count.given.service} was given, and adds nothing: the period "
            "runs from notice or from an order, not from service. Some would add days."
        )
        return [Notice(code="service-notice-only", text=text)]
    only = settings.service[table].only if table in settings.service else ""
    # A deadline names its table because it runs from service.
    if only and count.table is None and recipe.extra is not None:
        return [Notice(code="service-only", text=only), *_completion_notice(recipe)]
    others = None if table == "none" else settings.service[table].others
    if (
        others is not None
        and count.given.service not in settings.service[table].methods
    ):
        text = (
            f"Service by {count.given.service} adds nothing: {others.clause} names the "
            "methods that add time, and it is none of these."
        )
        notice = Notice(code="service-not-listed", text=text)
        return [notice, *_completion_notice(recipe)]
    is_completed = any(count.given.service in m for m in settings.completion.values())
    if table == "none" and count.by_service:
        # It chose the period; what it does not do is to lengthen it.
        return _completion_notice(recipe)
    if table == "none":
        text = (
            f"Service by {count.given.service} was given, and adds nothing: service "
            "does not lengthen this period."
        )
        if is_completed and count.sign > 0:
            text += " It can be complete only later: find that day first."
        return [Notice(code="service-adds-nothing", text=text)]
    return _completion_notice(recipe)


def _completion_notice(recipe: Recipe) -> list[Notice]:
    count, settings = recipe.count, recipe.settings
    papers = [
        paper
        for paper, methods in settings.completion.items()
        if count.given.service in methods and paper in {"any", count.given.paper}
    ]
    # Counted back, the trigger is a hearing or the like, and nothing that was served;
    # and where the table itself says from when it counts, that day was found.
    if papers and count.sign > 0 and recipe.deemed in {None, settings.deemed}:
        method = count.given.service or ""
        if recipe.extra is not None and any(
            settings.completion[paper][method].number for paper in papers
        ):
            # Both wait for the mail: CR 5(b)(2)(A) and 6(e) of Washington.
            text = (
                "Days for service are added to the trigger date: give the day of "
                "posting or sending, or the wait for the mail is counted twice."
            )
            return [Notice(code="service-completion", text=text)]
        text = (
            "The trigger date is taken as the day on which service was complete. If it "
            "is the day of posting or sending, find the day of service first."
        )
        return [Notice(code="service-completion", text=text)]
    return []
