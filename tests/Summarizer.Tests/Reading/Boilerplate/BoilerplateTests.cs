namespace Summarizer.Tests.Reading.Boilerplate;

public sealed class BoilerplateTests
{
    [Theory]
    [InlineData("en", "Sign up for our weekly newsletter.", BoilerplateReason.Newsletter)]
    [InlineData("en", "Copyright © 2024 Harbour Media. All rights reserved.", BoilerplateReason.Disclaimer)]
    [InlineData("en", "Share this article on Facebook", BoilerplateReason.Share)]
    [InlineData("en", "ADVERTISEMENT", BoilerplateReason.Advert)]
    [InlineData("en", "Read more: Island winter begins early", BoilerplateReason.Related)]
    [InlineData("en", "Photograph: Bo Ek/Getty Images", BoilerplateReason.Metadata)]
    [InlineData("de", "Jetzt Newsletter abonnieren und nichts verpassen", BoilerplateReason.Newsletter)]
    [InlineData("de", "Lesen Sie auch: Der Winter kommt früh", BoilerplateReason.Related)]
    [InlineData("de", "Alle Rechte vorbehalten", BoilerplateReason.Disclaimer)]
    [InlineData("fr", "Abonnez-vous à notre infolettre", BoilerplateReason.Newsletter)]
    [InlineData("fr", "À lire aussi : l'hiver commence tôt", BoilerplateReason.Related)]
    [InlineData("fr", "Tous droits réservés", BoilerplateReason.Disclaimer)]
    [InlineData("es", "Suscríbete a nuestro boletín", BoilerplateReason.Newsletter)]
    [InlineData("es", "Lea también: El invierno empieza pronto", BoilerplateReason.Related)]
    [InlineData("it", "Iscriviti alla nostra newsletter", BoilerplateReason.Newsletter)]
    [InlineData("it", "Riproduzione riservata", BoilerplateReason.Disclaimer)]
    [InlineData("pt", "Assine nossa newsletter", BoilerplateReason.Newsletter)]
    [InlineData("pt", "Leia também: O inverno começa cedo", BoilerplateReason.Related)]
    public void Notices_between_and_below_paragraphs_go_with_their_reason(string language, string notice, BoilerplateReason reason)
    {
        var (first, second) = Paragraphs(language);
        var article = Uploads.Article($"{first}\n\n{notice}\n\n{second}\n\n{notice}");
        Assert.Equal($"{first}\n\n{second}", article.Text);
        Assert.Equal(notice.Length * 2, article.Characters(reason));
    }

    [Fact]
    public void An_article_about_newsletters_keeps_its_paragraphs()
    {
        const string text = """
            Publishers that send newsletters must let readers unsubscribe with one click, the court in Utrecht ruled on Monday.

            The regulator had counted eleven steps between a reader's inbox and the end of a subscription at one publisher.

            Newsletters have become the main way for local papers to reach readers, and a mailing list is often their largest asset.

            For those who never wanted to subscribe in the first place, the judges said, the right to leave matters most.
            """;
        Assert.Equal(text.ReplaceLineEndings("\n"), Uploads.Article(text).Text);
    }

    [Fact]
    public void An_article_about_copyright_keeps_its_paragraphs()
    {
        const string text = """
            The court held that quoting four lines of the song was fair use and needed no permission from the copyright owner.

            Lawyers for the estate said that copyrighted material of this kind is seldom licensed for less than a thousand euros.

            Fair use has grown wider since the nineties, and copyright owners have lost three of the last four cases before this bench.
            """;
        Assert.Equal(text.ReplaceLineEndings("\n"), Uploads.Article(text).Text);
    }

    [Fact]
    public void A_text_that_is_nothing_but_a_notice_is_kept()
        => Assert.NotEmpty(Uploads.Article("Subscribe to our newsletter and get the best stories of the week in your inbox.").Text);

    private static (string First, string Second) Paragraphs(string language) => language switch
    {
        "de" => ("Der Hafenrat hat am Dienstag beschlossen, die alte Fähre nach hundert Jahren einzustellen.",
            "Die Bewohner sagten, die Insel werde damit im Winter von der Stadt abgeschnitten sein."),
        "fr" => ("Le conseil du port a voté mardi la fin du bac, qui reliait l'île à la ville depuis un siècle.",
            "Les habitants craignent que l'île soit coupée du reste du pays pendant l'hiver."),
        "es" => ("La junta del puerto votó el martes el cierre del transbordador, que funcionaba desde hace un siglo.",
            "Los vecinos temen que la isla quede aislada de la ciudad durante todo el invierno."),
        "it" => ("Il consiglio del porto ha votato martedì la chiusura del traghetto, attivo da oltre un secolo.",
            "Gli abitanti temono che l'isola resti tagliata fuori dalla città per tutto l'inverno."),
        "pt" => ("O conselho do porto votou na terça-feira o fim da balsa, que funcionava havia um século.",
            "Os moradores temem que a ilha fique isolada da cidade durante todo o inverno."),
        _ => ("The harbour board voted on Tuesday to close the old ferry landing after more than a century.",
            "Residents said that the decision would cut the island off from the town all winter."),
    };
}
