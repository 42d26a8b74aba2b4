-- The partitions of the present month and the next two stand before the first change is logged, since a month whose
-- changes already lie in the rest cannot get one any more.
select prepare_change_partitions(current_date);
