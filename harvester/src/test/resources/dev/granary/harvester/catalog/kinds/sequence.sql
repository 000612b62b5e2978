-- holds: sequence | kinds.counter | sequence | {"cache":"0","cycles":true,"increment":"5","maximum":"500","minimum":"5","start":"5","type":"int"}
CREATE SEQUENCE kinds.counter AS int START WITH 5 INCREMENT BY 5 MINVALUE 5 MAXVALUE 500 CYCLE NO CACHE
