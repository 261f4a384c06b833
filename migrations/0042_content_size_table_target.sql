-- Why: a size table is chosen by the kind of product, whatever case a merchant's file writes it in.
create index size_table_product_type on content.size_table (lower(product_type));
create index size_table_category_path on content.size_table (category_path);
alter table content.size_table add constraint size_table_is_for_something
  check (product_type is not null or category_path is not null);
