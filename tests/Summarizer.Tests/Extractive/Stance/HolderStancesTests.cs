using Summarizer.Extractive.Attribution;
using Summarizer.Extractive.Stances;
using Summarizer.Extractive.Stances.Author;
using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Tests.Extractive.Stances;

public sealed class HolderStancesTests
{
    [Fact]
    public void The_author_and_each_speaker_have_a_stance_of_their_own()
    {
        var stances = new HolderStances();

        Assert.Same(stances.Author, stances.For(Summarizer.Extractive.Attribution.Attribution.Author));
        Assert.Same(stances.For(new(SpeakerKind.Named, 0)), stances.For(new(SpeakerKind.Named, 0)));
        Assert.NotSame(stances.For(new(SpeakerKind.Named, 0)), stances.For(new(SpeakerKind.Named, 1)));
        Assert.Equal([0, 1], stances.Quoted.Keys);
    }

    [Fact]
    public void Features_are_named_as_the_file_of_weights_names_them()
        => Assert.Equal("favor-elsewhere", AuthorFeatures.Names[(int)AuthorFeature.FavorElsewhere]);

    [Fact]
    public void A_verb_used_as_a_noun_takes_sides_less_clearly()
    {
        Assert.Equal(0.6f, Polarity.Compute(LexiconClass.Defeat, isSubject: true, nominal: false));
        Assert.Equal((0.6f - 0.5f) / 3, Polarity.Compute(LexiconClass.Defeat, isSubject: true, nominal: true));
        Assert.Equal(-1, Polarity.Compute(LexiconClass.Vice, isSubject: true, nominal: true));
    }
}
