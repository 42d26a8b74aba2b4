-- Every name that is read asks whether its record was merged, and every identity that goes whether another was merged into
-- it; hardly any was. Both questions find nothing in an index of nothing.
create index record_identity_merged on record_identity (id) include (merged_into) where merged_into is not null;
create index record_identity_merged_into on record_identity (merged_into) where merged_into is not null;
