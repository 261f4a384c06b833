-- Why: what moved on a gift card is listed a page at a time, the latest first.
create index movement_of_gift_card on credits.movement (gift_card_id, id desc) where gift_card_id is not null;
