-- Why: charts ask on which days prices changed; changes are only added, so that their blocks lie in the order of time.
create index price_change_by_time on pricing.price_change using brin (changed_at);
