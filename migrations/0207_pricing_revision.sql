-- Every price stands on the rules of promotions, whose version each change raises: whoever keeps them learns of it by the revision.
create trigger rulebook_revise after insert or update or delete or truncate on pricing.rulebook
  for each statement execute function platform.revise();
