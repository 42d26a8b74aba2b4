create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The text as it is searched: compatibility forms, letter variants, digits, vowel signs, half-space, punctuation and case
-- folded, words one space apart. Twin of PersianText.searchText in Java; both are held to the same golden vectors.
create function search_text(value text) returns text
    language sql immutable parallel safe
    return btrim(regexp_replace(
        regexp_replace(
            translate(
                lower(normalize(value, nfkc)),
                'يىئېےۓۍێكڪةۀۂەہھۃؤإأٱٲٳ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩',
                'ییییییییککهههههههوااااا01234567890123456789'),
            '[\u00AD\u0300-\u036F\u0610-\u061A\u061C\u0621\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u200D-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]+',
            '', 'g'),
        '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00AC\u00AE-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u0600-\u060F\u061B\u061D-\u061F\u066A-\u066D\u06D4\u06DD-\u06DE\u06E9\u06FD-\u06FE\u2000-\u200C\u2010-\u2029\u202F-\u205F\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\uFD3E-\uFD3F]+',
        ' ', 'g'));

-- search_text without spaces and with the long alef made plain, so that half-space, space and nothing agree.
create function match_key(value text) returns text
    language sql immutable parallel safe
    return translate(search_text(value), 'آ ', 'ا');
