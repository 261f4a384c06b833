-- Why: a shop asks for consent in its own words, in each market and language.
create table markets.banner_text (
  -- '' for every market that has no words of its own.
  market text not null,
  locale text not null,
  title text not null check (btrim(title) <> ''),
  text text not null check (btrim(text) <> ''),
  primary key (market, locale)
);
