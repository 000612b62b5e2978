-- holds: synonym | kinds.elsewhere | synonym | {"target":"[far].[other].[dbo].[thing]"}
CREATE SYNONYM kinds.elsewhere FOR [far].[other].[dbo].[thing]
