-- Why: media knows what a picture is called (its address, else its file's name); a second list could only differ.
drop table exchange.asset_source;
