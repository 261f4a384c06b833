-- A statement that goes out with its commit, unanswered, must be able to say that it was overtaken: 40001 takes the
-- transaction back, and whoever opened it begins it again.
create function platform.begin_again(reason text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'serialization_failure', message = reason;
end $$;
