"""Names in Cyrillic, Hangul and Han letters, declined and with particles."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.actors import find_actors, load_gazetteer

DAY = date(2024, 6, 20)


def found(text: str, day: date | None = DAY) -> list[tuple[str, ...]]:
    """(text, code, ...) of each mention."""
    return [(mention.text, *(actor.code for actor in mention.actors)) for mention in find_actors(text, day)]


@pytest.mark.parametrize(
    ("spelling", "person"),
    [
        ("Цой Сон Хи", "Choe Son Hui"),
        ("최선희", "Choe Son Hui"),
        ("崔善姬", "Choe Son Hui"),
        ("Ch'oe Sŏn-hŭi", "Choe Son Hui"),
        ("Ким Чен Ын", "Kim Jong Un"),
        ("Ким Чен Ыном", "Kim Jong Un"),
        ("КИМ ЧЕН ЫН", "Kim Jong Un"),
        ("김정은", "Kim Jong Un"),
        ("金正恩", "Kim Jong Un"),
        ("Kim Chŏng-ŭn", "Kim Jong Un"),
        ("Kim Jeong-eun", "Kim Jong Un"),
        ("Kim Il-sŏng", "Kim Il Sung"),
        ("Ким Ир Сену", "Kim Il Sung"),
        ("Лаврову", "Sergei Lavrov"),
        ("Сергея Лаврова", "Sergei Lavrov"),
        ("라브로프", "Sergei Lavrov"),
        ("쎄르게이 라브로브", "Sergei Lavrov"),
        ("Владимиром Путиным", "Vladimir Putin"),
        ("뿌찐", "Vladimir Putin"),
        ("Андрея Громыко", "Andrei Gromyko"),
        ("Валентиной Матвиенко", "Valentina Matviyenko"),
        ("Марии Захаровой", "Maria Zakharova"),
        ("Александр Мацегора", "Alexander Matsegora"),
        ("Юн Сок Ёля", "Yoon Suk-yeol"),
        ("윤석열", "Yoon Suk-yeol"),
        ("Си Цзиньпином", "Xi Jinping"),
        ("习近平", "Xi Jinping"),
        ("시진핑", "Xi Jinping"),
        ("Дональду Трампу", "Donald Trump"),
        ("岸田文雄", "Fumio Kishida"),
        ("Антониу Гутерриш", "Antonio Guterres"),
    ],
)
def test_scripts_and_cases_of_a_name_are_one_person(spelling: str, person: str) -> None:
    assert [actor.person for mention in find_actors(spelling, DAY) for actor in mention.actors] == [person]


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("Переговоры прошли в Пхеньяне.", [("Пхеньяне", "PRK")]),
        ("Посол России в КНДР вручил верительные грамоты.", [("Посол России в КНДР", "RUS")]),
        ("Российская сторона поблагодарила КНДР.", [("Российская сторона", "RUS"), ("КНДР", "PRK")]),
        ("Президент России Владимир Путин прибыл.", [("Президент России Владимир Путин", "RUS")]),
        ("Южнокорейские военные заметили пуск.", [("Южнокорейские военные", "KOR")]),
        ("МИД Японии вызвал российского посла.", [("МИД Японии", "JPN"), ("российского посла", "RUS")]),
        ("Ранее Лавров посетил Сеул.", [("Лавров", "RUS"), ("Сеул", "KOR")]),
        ("Иван Лавров поёт.", []),
        ("В ДНР поблагодарили КНДР.", [("ДНР", "Donetsk PR"), ("КНДР", "PRK")]),
        ("Госдума ратифицировала договор.", [("Госдума", "RUS")]),
        ("Совбез ООН собрался.", [("Совбез ООН", "UNO")]),
        ("Вооружённые силы Украины отступили.", [("Вооружённые силы Украины", "UKR")]),
        ("СССР признал КНДР.", [("СССР", "RUS"), ("КНДР", "PRK")]),
        ("Замминистра иностранных дел России прилетел.", [("Замминистра иностранных дел России", "RUS")]),
        ("김정은은 푸틴과 만났다.", [("김정은", "PRK"), ("푸틴", "RUS")]),
        ("러시아와 북한은 조약에 서명했다.", [("러시아", "RUS"), ("북한", "PRK")]),
        ("북한군이 쿠르스크에 파병되었다.", [("북한군", "PRK"), ("쿠르스크",)]),
        ("러시아외무성은 성명을 발표하였다.", [("러시아외무성", "RUS")]),
        ("한국 정부가 우려를 표명했다.", [("한국 정부", "KOR")]),
        ("미국 국무장관이 서울을 방문했다.", [("미국 국무장관", "USA"), ("서울", "KOR")]),
        ("KCNA는 유엔의 결의를 비난했다.", [("KCNA", "PRK"), ("유엔", "UNO")]),
        ("국정원은 이렇게 밝혔다.", [("국정원", "KOR")]),
        ("북러 정상회담이 열렸다.", [("북러", "PRK", "RUS")]),
        ("전 러시아 대통령이 왔다.", [("러시아 대통령", "RUS")]),
        ("俄罗斯外交部长拉夫罗夫访问平壤。", [("俄罗斯外交部长拉夫罗夫", "RUS"), ("平壤", "PRK")]),
        ("中国和朝鲜签署了协议。", [("中国", "CHN"), ("朝鲜", "PRK")]),
    ],
)
def test_names_are_found_as_the_language_writes_them(text: str, finds: list[tuple[str, ...]]) -> None:
    assert found(text) == finds


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("한국어를 배운다.", []),  # the language
        ("개미국물을 마셨다.", []),  # "America" inside other words
        ("친러시아 성향", []),  # a quality
        ("Путинка стоит на полке.", []),
        ("Московский вокзал закрыт.", []),
    ],
)
def test_a_name_inside_of_another_word_is_none(text: str, finds: list[tuple[str, ...]]) -> None:
    assert found(text) == finds


def test_office_in_russian_and_korean_has_the_holder_of_the_day() -> None:
    for text in ("Президент России", "러시아 대통령"):
        assert [a.person for m in find_actors(text, date(2010, 7, 1)) for a in m.actors] == ["Dmitry Medvedev"]
    assert [a.person for m in find_actors("Бывший президент России", DAY) for a in m.actors] == [""]
    assert [a.person for m in find_actors("전 러시아 대통령", DAY) for a in m.actors] == [""]


def test_every_person_of_the_first_rank_has_a_name_in_russian_and_korean() -> None:
    gazetteer = load_gazetteer()
    named = {script: set[str]() for script in ("Cyrillic", "Hangul")}
    for form, person in gazetteer.people.items():
        if "А" <= form[0] <= "я":
            named["Cyrillic"].add(person.name)
        if "가" <= form[0] <= "힣":
            named["Hangul"].add(person.name)
    first = {
        person.name
        for person in gazetteer.people.values()
        for office in person.offices
        if office.state in ("RUS", "PRK") and office.role in ("leader", "president", "foreign")
    }
    assert first - named["Cyrillic"] == set()
    assert first - named["Hangul"] == set()
