-- Why: an export names a picture by its file and an import finds it by that name, so a name is one asset's only.
update media.asset asset set file_name = ''
where exists (select from media.asset other where lower(other.file_name) = lower(asset.file_name) and other.id < asset.id);
create unique index asset_file_name on media.asset (lower(file_name)) where file_name <> '';
