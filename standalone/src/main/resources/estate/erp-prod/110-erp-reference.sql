USE [erp]
GO
SET ANSI_NULLS ON
GO
SET QUOTED_IDENTIFIER ON
GO
CREATE TABLE [ref].[country](
	[code] [char](2) NOT NULL PRIMARY KEY,
	[name] [nvarchar](100) NOT NULL UNIQUE,
	[iso_number] [smallint] NULL,
	[eu_member] [bit] NOT NULL DEFAULT 0,
	[calling_code] [varchar](6) SPARSE NULL
)
GO
CREATE TABLE [ref].[currency](
	[code] [char](3) COLLATE Latin1_General_BIN2 NOT NULL,
	[name] [nvarchar](60) NOT NULL,
	[minor_units] [tinyint] NOT NULL DEFAULT (2) CHECK ([minor_units] BETWEEN 0 AND 4),
	[retired_on] [date] NULL,
 CONSTRAINT [PK_currency] PRIMARY KEY CLUSTERED ([code] ASC)
) ON [PRIMARY]
GO
CREATE TABLE [ref].[exchange_rate](
	[from_currency] [char](3) COLLATE Latin1_General_BIN2 NOT NULL FOREIGN KEY REFERENCES [ref].[currency]([code]),
	[to_currency] [char](3) COLLATE Latin1_General_BIN2 NOT NULL REFERENCES [ref].[currency]([code]),
	[valid_on] [date] NOT NULL,
	[rate] [decimal](18, 8) NOT NULL CHECK ([rate] > 0),
	[rate_source] [varchar](20) NULL DEFAULT 'ECB',
	PRIMARY KEY CLUSTERED ([from_currency] ASC, [to_currency] ASC, [valid_on] DESC),
	CHECK ([from_currency] <> [to_currency])
)
GO
CREATE TABLE [ref].[unit](
	[code] [varchar](10) NOT NULL,
	[name] [nvarchar](50) NOT NULL,
	[base_code] [varchar](10) NULL,
	[factor] [float] NOT NULL DEFAULT (1.0),
	CONSTRAINT [PK_unit] PRIMARY KEY ([code]),
	CONSTRAINT [FK_unit_base] FOREIGN KEY ([base_code]) REFERENCES [ref].[unit] ([code])
)
GO
CREATE TABLE [ref].[calendar](
	[day] [date] NOT NULL,
	[year] AS (CONVERT([smallint],datepart(year,[day]))) PERSISTED NOT NULL,
	[is_working_day] [dbo].[flag] NOT NULL,
	[holiday_name] [nvarchar](80) NULL,
	CONSTRAINT [PK_calendar] PRIMARY KEY CLUSTERED ([day]),
	INDEX [IX_calendar_year] NONCLUSTERED ([year] DESC, [day] ASC)
)
GO
-- One column of every type that T-SQL knows
CREATE TABLE [dbo].[all_types](
	[c_bigint] [bigint] NULL,
	[c_int] [int] NULL,
	[c_integer] integer NULL,
	[c_smallint] [smallint] NULL,
	[c_tinyint] [tinyint] NULL,
	[c_bit] [bit] NULL,
	[c_decimal] [decimal](38, 10) NULL,
	[c_decimal_plain] decimal NULL,
	[c_dec] dec(9) NULL,
	[c_numeric] [numeric](5, 0) NULL,
	[c_money] [money] NULL,
	[c_smallmoney] [smallmoney] NULL,
	[c_float] [float] NULL,
	[c_float53] float(53) NULL,
	[c_float24] float(24) NULL,
	[c_double] double precision NULL,
	[c_real] [real] NULL,
	[c_date] [date] NULL,
	[c_time] [time] NULL,
	[c_time0] [time](0) NULL,
	[c_datetime] [datetime] NULL,
	[c_smalldatetime] [smalldatetime] NULL,
	[c_datetime2] [datetime2] NULL,
	[c_datetime2_3] [datetime2](3) NULL,
	[c_datetimeoffset] [datetimeoffset] NULL,
	[c_datetimeoffset3] [datetimeoffset](3) NULL,
	[c_char] [char] NULL,
	[c_char10] [char](10) NULL,
	[c_varchar] [varchar](8000) NULL,
	[c_varchar_max] [varchar](max) NULL,
	[c_text] [text] NULL,
	[c_nchar] [nchar](12) NULL,
	[c_nvarchar] [nvarchar](4000) NULL,
	[c_nvarchar_max] [nvarchar](MAX) NULL,
	[c_national] national character varying(15) NULL,
	[c_ntext] [ntext] NULL,
	[c_binary] [binary](16) NULL,
	[c_varbinary] [varbinary](64) NULL,
	[c_varbinary_max] [varbinary](max) NULL,
	[c_image] [image] NULL,
	[c_guid] [uniqueidentifier] NULL,
	[c_xml] [xml] NULL,
	[c_variant] [sql_variant] NULL,
	[c_hierarchy] [hierarchyid] NULL,
	[c_geometry] [geometry] NULL,
	[c_geography] [geography] NULL,
	[c_sysname] [sysname] NULL,
	[c_rowversion] rowversion NOT NULL
)
GO
