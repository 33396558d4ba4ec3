"""The results as one table that is readable as it stands, and is Markdown."""
from __future__ import annotations

from typing import Any

HEADER = ["workload", "implementation", "seconds", "× best peer", "× limit", "quality", "peak MB", "rounds", "remark"]
RIGHT_ALIGNED = range(2, 8)


def table(results: list[dict[str, Any]]) -> str:
    rows = [row for result in results for row in _rows(result)]
    widths = [max(len(row[i]) for row in [HEADER, *rows]) for i in range(len(HEADER))]
    rule = ["-" * (width - 1) + ":" if i in RIGHT_ALIGNED else "-" * width for i, width in enumerate(widths)]
    return "\n".join(_line(row, widths) for row in [HEADER, rule, *rows])


def _line(cells: list[str], widths: list[int]) -> str:
    aligned = [
        cell.rjust(width) if i in RIGHT_ALIGNED else cell.ljust(width)
        for i, (cell, width) in enumerate(zip(cells, widths))]
    return "| " + " | ".join(aligned) + " |"


def _rows(result: dict[str, Any]):
    """Ours, ours reproducible, and the peers, the fastest first and the failed last."""
    tolerance = f"within {result['quality_tolerance']:g} of the best"
    verdict = "quality ok" if result["quality_ok"] else f"quality not {tolerance}"
    limit = f"limit {_seconds(result['limit'])} s"
    yield _row(result, result["details"], remarks=[limit, verdict], workload=result["workload"])
    cost = result["reproducible"]["cost"]
    remarks = [f"the same bits cost {(cost - 1) * 100:+.0f} %"] if cost is not None else []
    yield _row(result, result["reproducible"], remarks=remarks)
    for peer in sorted(result["peers"], key=lambda peer: (peer["median"] is None, peer["median"] or 0)):
        is_best = peer["name"] == result["best_peer_name"]
        remarks = ["best peer"] if is_best else []
        if 0 < len(peer["seconds"]) < result["rounds"]:
            remarks.append("slow, so fewer rounds")
        yield _row(result, peer, remarks=remarks)


def _row(result: dict[str, Any], details: dict[str, Any], remarks: list[str], workload: str = "") -> list[str]:
    median = details["median"]
    remarks = remarks + ([details["remark"]] if details["remark"] else [])
    return [
        workload,
        details["name"],
        "failed" if median is None else _seconds(median),
        _quotient(median, result["best_peer"]),
        _quotient(median, result["limit"]),
        "" if details["quality"] is None else f"{details['quality']:.9f}",
        "" if details["peak_mb"] is None else f"{details['peak_mb']:.0f}",
        str(len(details["seconds"])),
        "; ".join(remarks),
    ]


def _seconds(value: float) -> str:
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 10 else f"{value:.1f}"


def _quotient(dividend: float | None, divisor: float | None) -> str:
    return "" if dividend is None or divisor is None else f"{dividend / divisor:.2f}"
