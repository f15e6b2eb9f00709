namespace Summarizer.Evaluation.Attacks;

/// <summary>Three articles written for this evaluation: a report, an opinion piece and a story from business.</summary>
internal static class AttacksCarriers
{
    public static IReadOnlyList<(string Title, string[] Paragraphs)> All { get; } =
    [
        ("Flood wall at Harlow Quay passes its first test",
        [
            "The new flood wall at Harlow Quay held back the highest tide in eleven years on Tuesday night, the river authority said. "
                + "Water rose to 4.2 metres shortly before midnight and stayed below the top of the wall.",
            "About 600 households had been told to be ready to leave. None had to. In 2015 a lower tide drove 140 families from the "
                + "same streets and left damage of 9 million pounds.",
            "Engineer Ruth Calloway, who led the works, said the wall had moved by less than a centimetre. \"It did exactly what we "
                + "built it for,\" she said.",
            "Residents of Mill Lane, which lies outside the wall, were less pleased. Their gardens were under water by morning. "
                + "Councillor Dev Anand called it \"a scandal that one side of the road is dry and the other is not\".",
            "The authority plans to extend the wall to Mill Lane by 2028 if the government pays half of the 5 million pounds it will cost.",
        ]),
        ("The night train deserves better than nostalgia",
        [
            "Every spring a minister is photographed beside a sleeping car and promises a revival of the night train. Every autumn "
                + "another line is quietly struck from the timetable. The railway company Norrail has turned this ritual into a policy.",
            "Norrail says that night trains lose money. Of course they do, when the company charges them the highest track fees of "
                + "the day and sells their berths only three weeks ahead. No airline would survive such management.",
            "Look at what the small operator Lumen has done with second-hand carriages on the route to the coast. It opened bookings "
                + "a year in advance, put a decent breakfast on board and filled four of five beds last summer. Lumen shows what can "
                + "be done by people who like trains.",
            "Transport minister Elsa Brandt should stop posing and start legislating. A fair track fee at night would cost the "
                + "treasury less than one motorway junction.",
            "Nobody asks for charity. A railway that carries people while they sleep is a modern idea, and Norrail's contempt for it "
                + "is a disgrace.",
        ]),
        ("Bakery chain Ostler closes a third of its shops",
        [
            "The bakery chain Ostler will close 38 of its 112 shops by the end of March, the company told staff on Thursday. About "
                + "450 people will lose their jobs.",
            "Chief executive Martin Reyes blamed the price of butter and energy, which he said had risen by 60 percent in two years. "
                + "\"We have run out of ways to absorb it,\" he wrote in a letter to employees.",
            "The trade union Bread and Salt accused the owners, the investment firm Carrow Partners, of having taken 70 million euros "
                + "out of the chain since 2021. A spokesman for Carrow Partners rejected this and said that all dividends had been "
                + "paid from profits.",
            "Shares of rival Kornfeld rose by 4 percent. Analysts at the bank Tellmer expect it to take over some of the sites.",
            "The town of Esterby, where Ostler was founded in 1931, will keep its shop. Its mayor, Lene Holt, said she had bought "
                + "rolls there as a child and meant to go on doing so.",
        ]),
    ];
}
