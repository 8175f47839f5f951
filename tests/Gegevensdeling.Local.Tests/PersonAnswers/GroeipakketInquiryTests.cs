using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.PersonAnswers;

/// <summary>F12 for a Groeipakket request: a child and a beneficiary each hear of themselves, and of nobody else.</summary>
public sealed class GroeipakketInquiryTests
{
    private const string Request = "De aanvraag aan Opgroeien regie";
    private const string Reply = "Het antwoord van Opgroeien regie";
    private const string Extract = "Een uittreksel uit het Vlaams Kadaster Groeipakket";

    [Fact]
    [Requirement("F12", "P15")]
    public async Task A_child_and_a_beneficiary_hear_what_each_party_holds_of_them_and_nothing_of_another()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        await turnhout.SentAsync();
        var (child, other, first, second) = (Children.Child(1), Children.Child(2), Children.Parent(1), Children.Parent(2));

        var asChild = await rig.ToldAsync(turnhout.TeamDpo, turnhout.Protocol, Inquiry.OfNumber(child));
        Assert.Equal([Request, Reply, Extract], asChild.Kinds);
        Assert.Equal([child], Told.ValuesOf(asChild.Held[0]));
        Assert.Equal([child, "ja", "-", "-"], Told.ValuesOf(asChild.Held[1]));
        Assert.Equal([child, "vanaf 1 januari 2020, loopt nog", "-", "-"], Told.ValuesOf(asChild.Held[2]));
        NobodyElse(asChild, other, first, second);

        var asBeneficiary = await rig.ToldAsync(turnhout.TeamDpo, turnhout.Protocol, Inquiry.OfNumber(second));
        Assert.Equal([Reply, Extract], asBeneficiary.Kinds);
        Assert.Equal(["-", "ja", "-", second], Told.ValuesOf(asBeneficiary.Held[0]));
        NobodyElse(asBeneficiary, child, other, first);

        // P15: of the answer the city hears nothing, and the extract is nobody's but Opgroeien regie's.
        Assert.Equal([Request, Reply], (await rig.ToldAsync(turnhout.ServiceDpo, turnhout.Protocol, Inquiry.OfNumber(child))).Kinds);
        Assert.Equal(["nee"], (await rig.ToldAsync(turnhout.Head, turnhout.Protocol, Inquiry.OfNumber(other))).Values.Where(value => value is "ja" or "nee"));
        Assert.Empty((await rig.ToldAsync(SyntheticPeople.CityDpo(turnhout.Protocol), turnhout.Protocol, Inquiry.OfNumber(child))).Held);
        Assert.Empty((await rig.ToldAsync(turnhout.TeamDpo, turnhout.Protocol, Inquiry.OfNumber(Children.Child(77)))).Held);
    }

    [Fact]
    [Requirement("F12", "P13", "P12")]
    public async Task After_receipt_Opgroeien_finds_nobody_and_after_the_end_nor_does_the_service()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.OpenedAsync();
        Assert.Empty((await rig.ToldAsync(turnhout.TeamDpo, turnhout.Protocol, Inquiry.OfNumber(Children.Child(1)))).Held);
        var told = await rig.ToldAsync(turnhout.ServiceDpo, turnhout.Protocol, Inquiry.OfNumber(Children.Parent(1)));
        Assert.Equal([Reply], told.Kinds);
        Assert.Equal(["2026-03-02 OCMW Turnhout, de sociale dienst opende de gegevens"], told.Accesses);
        Assert.Contains("2 maart 2027", told.Letter, StringComparison.Ordinal);

        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        Assert.Empty((await rig.ToldAsync(turnhout.ServiceDpo, turnhout.Protocol, Inquiry.OfNumber(Children.Parent(1)))).Held);
    }

    [Fact]
    [Requirement("F12")]
    public async Task What_nobody_can_read_yet_is_said_and_not_passed_over()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        Turnhout.Reference(await turnhout.AskAsync(await Children.SealedAsync(Children.Column(Children.Child(1)), "Sleutel van Turnhout 1"), Turnhout.SevenZip));
        var told = await rig.ToldAsync(turnhout.TeamDpo, turnhout.Protocol, Inquiry.OfNumber(Children.Child(1)));
        Assert.Empty(told.Held);
        Assert.Single(told.Json.GetProperty("nietGelezen").EnumerateArray());
        Assert.Contains("Wat we niet konden nakijken", told.Letter, StringComparison.Ordinal);
        (await rig.InquireAsync(turnhout.TeamDpo, turnhout.Protocol, Inquiry.Of(Client.Of(1)))).Refuses(422, "alleen-insz");
        (await rig.InquireAsync(turnhout.TeamDpo, turnhout.Protocol, Inquiry.OfNumber("12345678901"))).Refuses(422, "insz-ongeldig");
    }

    private static void NobodyElse(Told told, params string[] numbers)
    {
        foreach (var number in numbers)
            Assert.DoesNotContain(number, told.All, StringComparison.Ordinal);
    }
}
