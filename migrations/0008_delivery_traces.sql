-- Letters remember whom they went to, and who gave them up knowingly.

ALTER TABLE delivery_letter ADD COLUMN sent_to TEXT;
ALTER TABLE delivery_letter ADD COLUMN sent_from TEXT;
ALTER TABLE delivery_letter ADD COLUMN sent_timezone TEXT;
ALTER TABLE delivery_letter ADD COLUMN discarded_at BIGINT;
ALTER TABLE delivery_letter ADD COLUMN discarded_by TEXT;
