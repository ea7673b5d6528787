"""One event, told in three ways, on the whole road from the words of articles to the row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from timeline import Article, build_timeline
from timeline.reading import read_curated

HEADER = (
    "id,date,title,summary,type,actor_source,actor_target,actor_note,persons,place,lat,lon,source_names,source_urls,"
    "confidence,checked,tags"
)
ROW = (
    "S-1,2019-04-25,Putin receives Kim in Vladivostok,The two talked on an island.,CONSULT,RUS;PRK,RUS;PRK,,"
    "Vladimir Putin;Kim Jong Un,Vladivostok,43.1,131.9,Example Gazette,,high,true,summit"
)


def article(text: str, id: str) -> Article:
    return Article(text, date(2022, 8, 15), id=id, source=f"Paper {id}")


def test_a_year_a_day_and_a_curated_row_are_one_row_with_three_reports(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    vague = article("Kim Jong Un visited Russia for the first time in 2019 and met Vladimir Putin.", "year")
    exact = article("Vladimir Putin met Kim Jong Un in Vladivostok on April 25, 2019.", "day")
    table = build_timeline([vague, exact], curated=read_curated(file))
    (row,) = (row for _, row in table.iterrows())
    told = {(report["id"], report["date_edtf"]) for report in row["articles"]}
    assert (row["event_id"], row["date_edtf"], row["status"]) == ("S-1", "2019-04-25", "actual")
    assert told == {("S-1", "2019-04-25"), ("day", "2019-04-25"), ("year", "2019")}
    assert {report["id"] for report in row["articles"] if report["joined"]} == {"day", "year"}
    assert not row["disputed"]


def test_announcement_and_report_are_one_row_and_what_nobody_reports_is_not_confirmed() -> None:
    plan = Article("Sergei Lavrov will visit Pyongyang on May 31, North Korea said.", date(2018, 5, 20), id="plan")
    other = Article("Sergei Lavrov will visit Ulan Bator on June 1, Mongolia said.", date(2018, 5, 20), id="other")
    act = Article("Sergei Lavrov visited Pyongyang on May 31.", date(2018, 6, 2), id="act")
    rows = {row["date_edtf"]: row for _, row in build_timeline([plan, other, act]).iterrows()}
    both = rows["2018-05-31"]
    assert (both["status"], both["not_confirmed"]) == ("actual", False)
    assert {report["id"]: report["status"] for report in both["articles"]} == {"plan": "planned", "act": "actual"}
    assert (rows["2018-06-01"]["status"], rows["2018-06-01"]["not_confirmed"]) == ("planned", True)
