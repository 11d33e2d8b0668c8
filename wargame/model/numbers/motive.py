"""Numbers of the chapter on the leadership's motive (rulebook 8)."""

from wargame.model.columns import Row, number


class MotiveNumbers(Row):
    """Weights of gain and cost, in points, by the secret profile of the leader where it matters."""

    revision = number(3.7, "points", "land of full claim and full value")
    sated = number(0.3, "share", "of a claim that each degree of terms granted takes away")
    prevention = number(4.0, "points per unit of threat", "threat forecast in twelve months above today's")
    domestic = number(1.5, "points", "a war at home in popularity, when stability is lowest")
    losses = number(4.0, "points", "losing the whole of the force committed")
    sanctions = number(1.2, "points", "the expected harshest sanctions, at full cohesion")
    alliance_war = number(4.2, "points", "war with an alliance as strong as oneself, if it answers")
    stability = number(2.0, "points", "risk to the regime when its stability is nil")
    cautious = number(1.2, "points", "caution of a cautious leader")
    opportunist = number(0.5, "points", "caution of an opportunist")
    revisionist = number(0.1, "points", "caution of a revisionist")
    temper = number(0.2, "points", "standard deviation of the caution of leaders of one profile")
    turns_over = number(2.0, "turns", "how long gain must exceed cost and caution")
    tripwire_answer = number(0.5, "share", "what allied soldiers in the target's land add to the chance of an answer")
    land_hunger = number(1.45, "factor", "what land is worth to a revisionist leader, against others")
    disbelief = number(0.8, "factor", "chance of an answer that an opportunist reckons with, against others")
    blood_price = number(1.3, "factor", "what losses weigh with a cautious leader, against others")
    shown = number(0.6, "share", "of the sanctions expected, what only sanctions in force make believed")
    assumed_rashness = number(
        0.3, "chance a turn", "that others expect a leadership over its line to strike a turn early"
    )
    expected_pays = number(0.9, "chance a turn", "that others expect a leadership at war to attack where that pays")
    expected_vain = number(0.25, "chance a turn", "that they expect it where that does not pay")
    failure = number(3.0, "points", "a campaign that is sure to fail")
    optimism = number(0.0, "share", "of the doubts about its own plan that a leadership does not hear")
    lesson_half = number(20000.0, "1/1000 brigade", "own losses that take away half of that")
    second_front = number(2.5, "points", "a second war while one is being fought")
    duration = number(0.6, "points a month", "a war that drags on")
    months_ahead = number(12.0, "months", "how far ahead a leadership looks")
    trend_most = number(20.0, "1/1000 a month", "no steeper rise of threat is carried forward")
    planned = number(0.015, "threat per brigade", "threat expected from a brigade still to be built up next door")
