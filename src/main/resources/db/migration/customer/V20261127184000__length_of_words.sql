-- The planner then knows that rows with many words are few, and looks them up by their own index whatever else is asked.
create statistics account_words_length on (octet_length(search_text)) from account;
create statistics contact_words_length on (octet_length(search_text)) from contact;
analyze account;
analyze contact;
