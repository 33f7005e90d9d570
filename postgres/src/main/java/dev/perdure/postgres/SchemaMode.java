package dev.perdure.postgres;

/** What opening a store does about its tables. */
public enum SchemaMode {
    /** Makes the schema and its tables if they are missing, and brings older ones up to this version. The default. */
    CREATE,
    /** Refuses a schema that is not of this version; for those who run the scripts themselves, with Flyway or by hand. */
    VALIDATE,
    /** Looks at nothing. */
    NONE
}
