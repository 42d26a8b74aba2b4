-- The planner then knows that rows with many words are few, and looks them up by their own index whatever else is asked.
create statistics lead_words_length on (octet_length(search_text)) from lead;
create statistics opportunity_words_length on (octet_length(search_text)) from opportunity;
analyze lead;
analyze opportunity;
