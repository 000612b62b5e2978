-- What hands have changed in three tenants over the years
USE [tenant_007]
GO
ALTER TABLE [app].[account] ADD [crm_id] varchar(40) NULL
GO
USE [tenant_013]
GO
ALTER PROCEDURE [app].[close_ticket] @ticket_id bigint, @user_id bigint, @comment nvarchar(max) = NULL
AS
BEGIN
	SET NOCOUNT ON;
	-- hotfix 2024-03-11: closed tickets are unassigned
	UPDATE [app].[ticket] SET [status_code] = 'done', [assignee_id] = NULL WHERE [id] = @ticket_id;
	IF @comment IS NOT NULL
		INSERT INTO [app].[comment]([ticket_id], [author_id], [body]) VALUES (@ticket_id, @user_id, @comment);
END
GO
USE [tenant_021]
GO
DROP INDEX [IX_ticket_assignee] ON [app].[ticket]
GO
