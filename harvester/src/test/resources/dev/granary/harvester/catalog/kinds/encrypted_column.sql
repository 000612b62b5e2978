-- holds: table | kinds.encrypted_one | columns | "encryption":{"algorithm":"AEAD_AES_256_CBC_HMAC_SHA_256","key":"kinds_key","type":"deterministic"}
CREATE COLUMN MASTER KEY kinds_master WITH (KEY_STORE_PROVIDER_NAME = 'AZURE_KEY_VAULT', KEY_PATH = 'https://vault.example/keys/k/1')
GO
CREATE COLUMN ENCRYPTION KEY kinds_key WITH VALUES (COLUMN_MASTER_KEY = kinds_master, ALGORITHM = 'RSA_OAEP', ENCRYPTED_VALUE = 0x01)
GO
CREATE TABLE kinds.encrypted_one (a varchar(20) COLLATE Latin1_General_BIN2
    ENCRYPTED WITH (COLUMN_ENCRYPTION_KEY = kinds_key, ENCRYPTION_TYPE = DETERMINISTIC, ALGORITHM = 'AEAD_AES_256_CBC_HMAC_SHA_256') NULL)
