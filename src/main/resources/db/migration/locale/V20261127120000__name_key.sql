-- match_key without the titles before a person's name and the legal forms around a company's. Twin of PersianText.nameKey in
-- Java; both are held to the same golden vectors. Words stand two spaces apart, so that neighbouring titles both go.
create function name_key(value text) returns text
    language sql immutable parallel safe
    return coalesce(
        nullif(
            translate(
                regexp_replace(
                    ' ' || replace(search_text(value), ' ', '  ') || ' ',
                    ' (?:شرکت|موسسه|بازرگانی|گروه|سهامی|خاص|عام|مسیولیت|محدود|با|آقای|آقا|خانم|جناب|سرکار|مهندس|دکتر|حاج|حاجی|سید|سیده|استاد|co|company|corp|corporation|inc|ltd|llc|limited|the|mr|mrs|ms|dr|eng) ',
                    '', 'g'),
                'آ ', 'ا'),
            ''),
        match_key(value));

-- Addresses, numbers and identifiers by which two records are told to be one, from lists of entries and from single columns.
create function match_keys(emails jsonb, phones jsonb, others text[]) returns jsonb
    language sql immutable parallel safe
    return lower((
        jsonb_path_query_array(coalesce(emails, '[]') || coalesce(phones, '[]'), '$[*].value') || to_jsonb(others))::text)::jsonb;
