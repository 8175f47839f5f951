using System.Globalization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Authentication.Azure;

namespace Gegevensdeling.Azure.Graph;

/// <summary>The two requests. Made at the first message, because its assembly has 41 MB.</summary>
/// <remarks>
/// None of the client's own handlers is in the chain: its RetryHandler also repeats after 504, waits with a place of the engine in its hand, and in the end
/// throws the texts of all answers. The engine's patience does this instead.
/// </remarks>
internal sealed class GraphPost : IDisposable
{
    private const string Scope = "https://graph.microsoft.com/.default";

    private readonly GraphOptions options;
    private readonly HttpClient http;
    private readonly GraphServiceClient client;

    public GraphPost(GraphOptions options, AzureConnection connection)
    {
        this.options = options;
#pragma warning disable CA2000 // the client ends its handlers, and Dispose ends the client
        http = new(new AnswerWatch(connection.NetworkTimeout)
        {
            InnerHandler = connection.Handler?.Invoke() ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) },
        });
#pragma warning restore CA2000
        http.Timeout = Timeout.InfiniteTimeSpan; // AnswerWatch keeps the time

        // Graph's own provider gives a token to Microsoft's hosts only; this one to the host that was configured and no other.
        var identity = new AzureIdentityAuthenticationProvider(connection.Credential, [options.BaseAddress.Host], null, true, Scope);
        client = new(http, identity, options.BaseAddress.ToString().TrimEnd('/'));
    }

    /// <exception cref="GraphException">It was not sent, or nobody knows.</exception>
    public Task MailAsync(OutboundMessage message, byte[]? archive, CancellationToken cancellation) => DoAsync(client.Users[options.Sender].SendMail.PostAsync(
        new SendMailPostRequestBody
        {
            SaveToSentItems = false,
            Message = new Message
            {
                Subject = message.Subject,
                Body = new ItemBody { ContentType = BodyType.Text, Content = message.Text },
                ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = message.To } }],
                InternetMessageHeaders = [new InternetMessageHeader { Name = "x-gegevensdeling-id", Value = message.Id }],
                Attachments = archive is null ? null : [new FileAttachment { Name = $"{message.Exchange}.7z", ContentType = "application/x-7z-compressed", ContentBytes = archive }],
            },
        }, cancellationToken: cancellation));

    /// <summary>Says in Teams that there is news, and of which exchange.</summary>
    /// <exception cref="GraphException">It was not said, or nobody knows.</exception>
    public Task NotifyAsync(string user, ExchangeId exchange, CancellationToken cancellation) => DoAsync(client.Users[user].Teamwork.SendActivityNotification.PostAsync(
        new SendActivityNotificationPostRequestBody
        {
            // learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
            Topic = new TeamworkActivityTopic { Source = TeamworkActivityTopicSource.Text, Value = exchange.Value, WebUrl = $"https://teams.microsoft.com/l/app/{options.TeamsAppId}" },
            ActivityType = "nieuwsVoorDpo",
            PreviewText = new ItemBody { ContentType = BodyType.Text, Content = "Er is nieuws over een uitwisseling. U leest het in uw mailbox." },
            TemplateParameters = [new Microsoft.Graph.Models.KeyValuePair { Name = "verwijzing", Value = exchange.Value }],
        }, cancellationToken: cancellation));

    /// <summary>Whether Graph answers at all: the root of the service, without a token and without effect. A refusal is an answer.</summary>
    /// <exception cref="GraphException">It does not.</exception>
    public async Task AskAsync(CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(options.BaseAddress, cancellation);
        if ((int)answer.StatusCode is 429 or >= 500)
            throw GraphException.Answered((int)answer.StatusCode, null, null);
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    private static async Task DoAsync(Task request)
    {
        try
        {
            await request;
        }
        catch (ApiException answer)
        {
            throw GraphException.Answered(answer.ResponseStatusCode, (answer as ODataError)?.Error?.Code, RetryAfter(answer));
        }
    }

    private static TimeSpan? RetryAfter(ApiException answer) =>
        answer.ResponseHeaders?.FirstOrDefault(header => string.Equals(header.Key, "Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
