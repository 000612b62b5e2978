-- holds: table | kinds.described_one | descriptions | "level":"column"
CREATE TABLE kinds.described_one (a int NULL)
GO
EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'Described', @level0type = N'SCHEMA', @level0name = N'kinds',
    @level1type = N'TABLE', @level1name = N'described_one', @level2type = N'COLUMN', @level2name = N'a'
