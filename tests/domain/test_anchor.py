from briefing.domain.anchor import Found, Match, describe, locate


def test_an_anchor_is_found_where_it_was_described() -> None:
    text = "The pact was signed. The pact was kept."
    assert locate(text, describe(text, 21, 29)) == Match(Found.EXACT, 21, 29)


def test_a_repeated_quote_is_told_apart_by_its_context() -> None:
    text = "The pact was signed. The pact was kept."
    anchor = describe(text, 21, 29)
    assert locate("Yesterday. " + text, anchor) == Match(Found.MOVED, 32, 40)


def test_a_quote_that_does_not_stand_in_the_text_is_lost() -> None:
    text = "The pact was signed."
    assert locate("Nothing was agreed.", describe(text, 0, 8)).found is Found.LOST
