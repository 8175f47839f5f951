namespace Gegevensdeling.Local.Engine;

/// <summary>The engine's file could not be read or written now (full, locked, damaged). Nothing was changed; the call may be repeated later.</summary>
public sealed class EngineStorageException(string reason, Exception? inner = null) : Exception(reason, inner);
