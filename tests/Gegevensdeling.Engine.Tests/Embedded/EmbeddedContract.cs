using Gegevensdeling.Engine.Tests.Contract;

namespace Gegevensdeling.Engine.Tests.Embedded;

public sealed class EmbeddedMessages() : MessagesContract(new EmbeddedFactory());
